import { beforeAll, describe, expect, it } from 'vitest';
import { importText } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();

beforeAll(async () => {
  await importText(service(), 'arabic', '= نص =\n\nمرحبا بالعالم.', { language: 'ar' });
  for (const name of ['a', 'b', 'c'])
    await importText(service(), name, `Text ${name}.`, { title: `Title ${name.toUpperCase()}` });
});

describe('document', () => {
  it('is found by id, slug and source', async () => {
    const { bySlug } = await service().data(
      '{ bySlug: document(by: {slug: "secret-speech"}) { id rights { licence attribution sourceUrl } language direction } }',
    );
    expect(bySlug).toMatchObject({
      language: 'en',
      direction: 'LTR',
      rights: { licence: 'CC BY-SA 4.0', attribution: 'Wikipedia contributors' },
    });
    const byId = await service().data('query D($by: DocumentBy!) { document(by: $by) { slug } }', {
      by: { id: bySlug.id },
    });
    const bySource = await service().data('query D($by: DocumentBy!) { document(by: $by) { slug } }', {
      by: { sourceUrl: bySlug.rights.sourceUrl },
    });
    expect([byId, bySource]).toEqual([
      { document: { slug: 'secret-speech' } },
      { document: { slug: 'secret-speech' } },
    ]);
    expect(
      (await service().data('{ document(by: {slug: "arabic"}) { direction } }')).document.direction,
    ).toBe('RTL');
  });

  it('is null where there is none, and refuses ids of something else', async () => {
    expect(await service().data('{ document(by: {slug: "nothing"}) { id } }')).toEqual({ document: null });
    const { errors } = await service().run(
      '{ document(by: {id: "QWdlbnQ6MDFhMjBjMmEtM2NmYy03NzVmLTlmMjctMDQ0NGJhNjdlNGE4"}) { id } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: '`by.id` has an id of type Agent; give one of type Document.',
      extensions: { code: 'INPUT_INVALID' },
    });
  });
});

describe('documents', () => {
  const slugs = (connection: Data): string[] => connection.edges.map(({ node }: Data) => node.slug);

  it('come in pages both ways, and by filter', async () => {
    const { documents: first } = await service().data(
      '{ documents(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { slug } } } }',
    );
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const { documents: rest } = await service().data(
      `{ documents(after: "${first.pageInfo.endCursor}") { pageInfo { hasNextPage hasPreviousPage } edges { node { slug } } } }`,
    );
    expect([...slugs(first), ...slugs(rest)]).toEqual(['secret-speech', 'arabic', 'a', 'b', 'c']);
    expect(rest.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
    const { documents: last } = await service().data(
      '{ documents(last: 2) { pageInfo { hasPreviousPage } edges { node { slug } } } }',
    );
    expect(slugs(last)).toEqual(['b', 'c']);
    const { documents: filtered } = await service().data(
      '{ documents(filter: {title: "title b"}) { totalCount edges { node { slug } } } }',
    );
    expect(filtered).toEqual({ totalCount: 1, edges: [{ node: { slug: 'b' } }] });
    expect(
      slugs(
        (await service().data('{ documents(filter: {language: "ar"}) { edges { node { slug } } } }'))
          .documents,
      ),
    ).toEqual(['arabic']);
  });
});

describe('node and nodes', () => {
  it('find every kind of object again', async () => {
    const { document, viewer } =
      await service().data(`{ viewer { agent { id } } document(by: {slug: "secret-speech"}) { id revision { id
      blocks(first: 100) { edges { node { __typename id } } } } } }`);
    const blocks = document.revision.blocks.edges.map(({ node }: Data) => node);
    const ids = [
      document.id,
      document.revision.id,
      viewer.agent.id,
      ...blocks.map((block: Data) => block.id),
    ];
    const { nodes } = await service().data('query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids,
    });
    expect(nodes).toEqual([
      { __typename: 'Document', id: document.id },
      { __typename: 'Revision', id: document.revision.id },
      { __typename: 'Agent', id: viewer.agent.id },
      ...blocks,
    ]);
    const { node } = await service().data(
      'query N($id: ID!) { node(id: $id) { ... on ListItem { ref } ... on Paragraph { ref } } }',
      { id: blocks[0].id },
    );
    expect(node).toEqual({ ref: '1' });
  });

  it('are null for what is not there and refuse what is no id', async () => {
    const none = (type: string) =>
      Buffer.from(`${type}:01a20c2a-3cfc-775f-9f27-0444ba67e4a9`).toString('base64url');
    const ids = ['Document', 'Revision', 'Paragraph', 'Annotation', 'Agent'].map(none);
    expect(await service().data('query N($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      nodes: [null, null, null, null, null],
    });
    for (const id of [
      '',
      'nonsense',
      Buffer.from('Document:1').toString('base64url'),
      none('Viewer'),
      none('Zebra'),
    ]) {
      const { errors, data } = await service().run('query N($id: ID!) { node(id: $id) { id } }', { id });
      expect(data).toEqual({ node: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INPUT_INVALID']);
    }
  });
});

describe('blocks', () => {
  it('know their surroundings', async () => {
    const { passage } =
      await service().data(`{ passage(ref: "secret-speech@1:5.3.1.1.4.1.2") { blocks { ref urn kind
      parent { ref } previous { ref text } next { ref } ancestors { ref ... on Section { heading level } ... on List { ordered } } revision { number document { slug } } } } }`);
    expect(passage.blocks[0]).toMatchObject({
      urn: 'secret-speech@1:5.3.1.1.4.1.2',
      parent: { ref: '5.3.1.1.4.1' },
      previous: { ref: '5.3.1.1.4.1.1' },
      next: null,
      revision: { number: 1, document: { slug: 'secret-speech' } },
    });
    expect(passage.blocks[0].ancestors.map((block: Data) => block.ref)).toEqual([
      '5',
      '5.3',
      '5.3.1',
      '5.3.1.1',
      '5.3.1.1.4',
      '5.3.1.1.4.1',
    ]);
    expect(passage.blocks[0].ancestors[0]).toEqual({ ref: '5', heading: 'Summary', level: 1 });
    const { document } = await service().data(
      '{ document(by: {slug: "secret-speech"}) { revision { outline { heading } children { ref children { ref } } top: block(ref: "1") { previous { ref } next { ref } parent { ref } ancestors { ref } } none: block(ref: "1.1") { ref } } } }',
    );
    expect(document.revision.outline).toHaveLength(7);
    expect(document.revision.children[2].children).toHaveLength(4);
    expect(document.revision).toMatchObject({
      top: { previous: null, next: { ref: '2' }, parent: null, ancestors: [] },
      none: null,
    });
  });

  it('come in pages both ways, and by kind', async () => {
    const page = async (args: string): Promise<Data> =>
      (
        await service().data(
          `{ document(by: {slug: "secret-speech"}) { revision { blocks(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { ref } } } } } }`,
        )
      ).document.revision.blocks;
    const refs = (connection: Data): string[] => connection.edges.map(({ node }: Data) => node.ref);
    const first = await page('first: 50');
    const second = await page(`first: 50, after: "${first.pageInfo.endCursor}"`);
    expect(refs(first).length + refs(second).length).toBe(58);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const last = await page('last: 8');
    expect(refs(last)).toEqual(refs(second));
    expect(refs(await page(`last: 50, before: "${last.pageInfo.startCursor}"`))).toEqual(refs(first));
    expect(refs(await page('kinds: [BLOCK_QUOTE]'))).toEqual(['8.2', '8.4']);
  });
});

describe('passage', () => {
  const PASSAGE =
    'query P($ref: String!) { passage(ref: $ref) { ref urn text range { start end } blocks { ref } anchor { status score quote { exact prefix } madeOn { number } } revision { number } latest { urn text } } }';

  it.each([
    [
      'secret-speech@1:5.2',
      '5.2',
      'secret-speech@1:5.2',
      'The basic structure of the speech was as follows:',
    ],
    ['secret-speech:5.2', '5.2', 'secret-speech@1:5.2', 'The basic structure of the speech was as follows:'],
    ['secret-speech@1:5.2@4-19', '5.2', 'secret-speech@1:5.2@4-19', 'basic structure'],
    ['secret-speech@1:9', '9', 'secret-speech@1:9', 'See also\n\nAnti-Stalinist left'],
  ])('%s is words with a place', async (ref, block, urn, text) => {
    const { passage } = await service().data(PASSAGE, { ref });
    expect(passage).toMatchObject({
      ref: block,
      urn,
      text,
      anchor: { status: 'EXACT', score: 1, quote: { exact: text } },
    });
  });

  it('can be a whole revision', async () => {
    const { passage } = await service().data(PASSAGE, { ref: 'secret-speech@1' });
    expect(passage).toMatchObject({ ref: null, urn: 'secret-speech@1', range: { start: 0, end: 17310 } });
  });

  it('stays the very words, and tells where they are now', async () => {
    await importText(service(), 'cited', 'Alpha one.\n\nBeta two.', { title: 'Cited' });
    await importText(service(), 'cited', 'New.\n\nBeta two.\n\nAlpha 1.');
    const { passage: kept } = await service().data(PASSAGE, { ref: 'cited@1:2@0-4' });
    expect(kept).toMatchObject({
      text: 'Beta',
      revision: { number: 1 },
      latest: { urn: 'cited@2:2@0-4', text: 'Beta' },
    });
    const { passage: lost } = await service().data(PASSAGE, { ref: 'cited@1:1' });
    expect(lost).toMatchObject({ text: 'Alpha one.', latest: null });
  });

  it('is followed through edits of its block and into other blocks, and nowhere else', async () => {
    const first = [
      'The committee met in Geneva and heard a long report. It then went home at once.',
      'The chairman thanked all the members, and opened the debate on the budget.',
      'Same again.',
      'Same again.',
    ];
    const latest = [
      'In spring the committee met in Geneva and heard a long report.',
      'The chairman thanked the members, and opened a debate on the budget. It then went home at once.',
      'Same again.',
      'Nothing more.',
    ];
    await importText(service(), 'followed', first.join('\n\n'), { title: 'Followed', language: 'en' });
    await importText(service(), 'followed', latest.join('\n\n'));
    const refs = ['1@4-23', '1@53-79', '2@13-36', '3', '4', '2@56-73'].map((ref) => `followed@1:${ref}`);
    const { passages } = await service().data(
      'query P($refs: [String!]!) { passages(refs: $refs) { text latest { urn text } } }',
      { refs },
    );
    expect(passages).toEqual([
      { text: 'committee met in Ge', latest: { urn: 'followed@2:1@14-33', text: 'committee met in Ge' } },
      {
        text: 'It then went home at once.',
        latest: { urn: 'followed@2:2@69-95', text: 'It then went home at once.' },
      },
      { text: 'thanked all the members', latest: null },
      { text: 'Same again.', latest: { urn: 'followed@2:3', text: 'Same again.' } },
      { text: 'Same again.', latest: null },
      { text: 'ate on the budget', latest: { urn: 'followed@2:2@50-67', text: 'ate on the budget' } },
    ]);
  });

  it('is null where there is no such place', async () => {
    const refs = ['nothing@1:1', 'secret-speech@2:1', 'secret-speech@1:99', 'secret-speech@1:9.1.1'];
    const { passages } = await service().data(
      'query P($refs: [String!]!) { passages(refs: $refs) { urn } }',
      { refs },
    );
    expect(passages).toEqual([null, null, null, { urn: 'secret-speech@1:9.1.1' }]);
  });

  it.each([
    ['secret speech', 'REFERENCE_MALFORMED', /write one like secret-speech@1:5.2@17-42/],
    ['secret-speech@1:5.2@42-17', 'REFERENCE_MALFORMED', /the first less than the second/],
    ['secret-speech@0:5', 'REFERENCE_MALFORMED', /write one like/],
    [
      'secret-speech@1:9.1.1@5-500',
      'OFFSET_OUT_OF_RANGE',
      /Offset 500 is not in the text, which has 19 code points/,
    ],
  ])('refuses %s', async (ref, code, message) => {
    const { errors, data } = await service().run(PASSAGE, { ref });
    expect(data).toEqual({ passage: null });
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(errors?.[0]?.message).toMatch(message);
  });
});
