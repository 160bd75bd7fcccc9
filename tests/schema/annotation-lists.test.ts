import { beforeAll, describe, expect, it } from 'vitest';
import { add, added, documentId, importText, note } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();
let speech = '';
const ids: Record<string, string> = {};

beforeAll(async () => {
  speech = await documentId(service());
  const put = async (name: string, targets: object[], more: object = {}): Promise<void> => {
    ids[name] = (await added(service(), note(speech, targets, { tags: [name, 'all'], ...more }))).id;
  };
  await put('late', [{ block: { ref: '9.1.1' } }]);
  await put('whole document', []);
  await put('early', [{ block: { ref: '1', range: { start: 10, end: 20 } } }], { motivation: 'QUESTIONING' });
  await put('spanning', [{ quote: { exact: 'as follows:\n\nRepudiation of' } }], {
    bodies: [{ text: { text: '100% sure_thing' } }],
  });
  await put('scattered', [{ block: { ref: '4.1' } }, { block: { ref: '8.3' } }], {
    bodies: [{ url: 'https://example.org' }],
  });
  await put('section', [{ block: { ref: '8' } }]);
});

const NAMES =
  'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { tags } }';
const names = (connection: Data): string[] => connection.edges.map(({ node }: Data) => node.tags[0]);

const onDocument = async (args: string): Promise<Data> =>
  (await service().data(`{ document(by: {slug: "secret-speech"}) { annotations(${args}) { ${NAMES} } } }`))
    .document.annotations;
const inStore = async (args: string): Promise<Data> =>
  (await service().data(`{ annotations(${args}) { ${NAMES} } }`)).annotations;
const onBlock = async (ref: string, args = 'first: 20'): Promise<Data> =>
  (
    await service().data(
      `{ document(by: {slug: "secret-speech"}) { revision { block(ref: "${ref}") { annotations(${args}) { ${NAMES} } } } } }`,
    )
  ).document.revision.block.annotations;

const inTextOrder = ['whole document', 'early', 'scattered', 'spanning', 'section', 'late'];
const asMade = ['late', 'whole document', 'early', 'spanning', 'scattered', 'section'];

describe('lists of annotations', () => {
  it('are in the order asked for', async () => {
    expect(names(await onDocument('first: 20'))).toEqual(inTextOrder);
    expect(names(await onDocument('orderBy: OLDEST'))).toEqual(asMade);
    expect(names(await onDocument('orderBy: NEWEST'))).toEqual(asMade.toReversed());
    expect(names(await inStore('first: 20'))).toEqual(asMade.toReversed());
    expect(names(await inStore('orderBy: OLDEST'))).toEqual(asMade);
    expect(names(await inStore(`orderBy: POSITION, filter: {within: "${speech}"}`))).toEqual(inTextOrder);
  });

  it.each(['POSITION', 'OLDEST', 'NEWEST'])('come in pages both ways in the order %s', async (orderBy) => {
    const all = names(await onDocument(`orderBy: ${orderBy}`));
    for (const [size, after, end] of [
      ['first', 'after', 'endCursor'],
      ['last', 'before', 'startCursor'],
    ] as const) {
      const pages: string[][] = [];
      let cursor: string | null = null;
      do {
        const page: Data = await onDocument(
          `orderBy: ${orderBy}, ${size}: 2${cursor === null ? '' : `, ${after}: "${cursor}"`}`,
        );
        expect(page.totalCount).toBe(6);
        expect(page.pageInfo[size === 'first' ? 'hasPreviousPage' : 'hasNextPage']).toBe(cursor !== null);
        pages.push(names(page));
        cursor = page.pageInfo[size === 'first' ? 'hasNextPage' : 'hasPreviousPage']
          ? page.pageInfo[end]
          : null;
      } while (cursor !== null);
      expect(size === 'first' ? pages.flat() : pages.toReversed().flat()).toEqual(all);
    }
  });

  it('of a block hold what touches it or what is in it', async () => {
    expect(names(await onBlock('1'))).toEqual(['early']);
    expect(names(await onBlock('5'))).toEqual(['spanning']);
    expect(names(await onBlock('5.3'))).toEqual(['spanning']);
    expect(names(await onBlock('5.3.2'))).toEqual([]);
    expect(names(await onBlock('8.3'))).toEqual(['section', 'scattered']);
    expect(names(await onBlock('8'))).toEqual(['section', 'scattered']);
    expect((await onBlock('8.3', 'first: 1')).totalCount).toBe(2);
  });

  it.each([
    ['motivations: [QUESTIONING]', ['early']],
    ['motivations: [QUESTIONING, COMMENTING]', inTextOrder],
    ['tags: ["all", "late"]', ['late']],
    ['tags: ["nothing"]', []],
    ['text: "0% SURE_"', ['spanning']],
    ['text: "0%_sure"', []],
    ['status: [EXACT]', inTextOrder.slice(1)],
    ['status: [ORPHANED]', []],
    ['createdAfter: "2000-01-01T00:00:00Z"', inTextOrder],
    ['createdAfter: "2999-01-01T00:00:00Z"', []],
    ['visibility: PRIVATE', []],
    ['overlaps: {start: 0, end: 10}', []],
    ['overlaps: {start: 0, end: 11}', ['early']],
    ['overlaps: {start: 19, end: 21}', ['early']],
    ['overlaps: {start: 20, end: 30}', []],
    ['overlaps: {start: 0, end: 17310}', inTextOrder.slice(1)],
  ])('keep to the filter {%s}', async (filter, expected) => {
    const page = await onDocument(`filter: {${filter}}`);
    expect(names(page)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  it('keep to a creator, and to a place', async () => {
    await service().addPrincipal('somebody');
    const theirs = await added(
      service(),
      note(speech, [{ block: { ref: '7.1' } }], { tags: ['theirs'] }),
      'somebody',
    );
    const { node } = await service().data(
      'query N($id: ID!) { node(id: $id) { ... on Annotation { creator { id } } } }',
      { id: theirs.id },
    );
    expect(names(await onDocument(`filter: {creator: "${node.creator.id}"}`))).toEqual(['theirs']);
    const block = (
      await service().data(
        '{ document(by: {slug: "secret-speech"}) { revision { block(ref: "7") { id } } } }',
      )
    ).document.revision.block.id;
    expect(names(await inStore(`filter: {within: "${block}"}`))).toEqual(['theirs']);
    expect(names(await onDocument(`filter: {within: "${block}", tags: ["all"]}`))).toEqual([]);
    await service().data(
      `mutation { deleteAnnotation(input: {id: "${theirs.id}"}) { __typename } }`,
      {},
      'somebody',
    );
  });

  it('of another document hold nothing of this', async () => {
    await importText(service(), 'elsewhere', 'Other words.', { title: 'Elsewhere' });
    const elsewhere = await documentId(service(), 'elsewhere');
    await added(service(), note(elsewhere, [{ block: { ref: '1' } }], { tags: ['elsewhere'] }));
    expect(names(await inStore(`filter: {within: "${elsewhere}"}`))).toEqual(['elsewhere']);
    expect(names(await onDocument(`filter: {within: "${elsewhere}"}`))).toEqual([]);
  });

  it.each([
    ['first: 101', /`first` is more than 100/],
    ['last: 101', /`last` is more than 100/],
    ['first: -1', /`first` is negative/],
    ['first: 1, last: 1', /Both `first` and `last`/],
    ['after: "nonsense"', /cursor is not one of this list/],
    ['orderBy: POSITION', /POSITION orders the annotations of one document/],
    ['filter: {overlaps: {start: 0, end: 5}}', /`overlaps` needs a text to count in/],
    ['filter: {within: "nonsense"}', /"nonsense" is not an id of this service/],
    [
      'filter: {creator: "RG9jdW1lbnQ6MDFhMjBjMmEtM2NmYy03NzVmLTlmMjctMDQ0NGJhNjdlNGE4"}',
      /`filter.creator` has an id of type Document; give one of type Agent/,
    ],
  ])('refuse (%s)', async (args, message) => {
    const { errors } = await service().run(`{ annotations(${args}) { totalCount } }`);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions?.code).toBe('INPUT_INVALID');
  });
});

describe('replies', () => {
  it('hang on what they reply to, oldest first', async () => {
    const question = await added(service(), note(speech, [{ block: { ref: '6.1' } }]));
    const first = await added(service(), note(speech, [], { replyTo: question.id, motivation: 'REPLYING' }));
    const second = await added(service(), note(speech, [], { replyTo: question.id, motivation: 'REPLYING' }));
    const deeper = await added(service(), note(speech, [], { replyTo: first.id }));
    const { node } = await service().data(
      'query R($id: ID!) { node(id: $id) { ... on Annotation { replies { totalCount edges { node { id replyTo { id } replies { edges { node { id } } } } } } } } }',
      { id: question.id },
    );
    expect(node.replies).toEqual({
      totalCount: 2,
      edges: [
        {
          node: {
            id: first.id,
            replyTo: { id: question.id },
            replies: { edges: [{ node: { id: deeper.id } }] },
          },
        },
        { node: { id: second.id, replyTo: { id: question.id }, replies: { edges: [] } } },
      ],
    });
  });

  it('are refused on another document, and to what is deleted', async () => {
    const elsewhere = await documentId(service(), 'elsewhere');
    const question = await added(service(), note(speech, []));
    expect(await add(service(), note(elsewhere, [], { replyTo: question.id }))).toMatchObject({
      __typename: 'InputInvalid',
    });
    await service().data(`mutation { deleteAnnotation(input: {id: "${question.id}"}) { __typename } }`);
    expect(await add(service(), note(speech, [], { replyTo: question.id }))).toMatchObject({
      __typename: 'NotFound',
    });
  });
});
