import { beforeAll, describe, expect, it } from 'vitest';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

const FIRST = `= Three =

First paragraph.

Second paragraph.

First paragraph.

- one
- two`;
const SECOND = `= Three =

A new beginning.

First paragraph.

First paragraph.

- one
- two`;

let document = '';
const ids: Record<string, string> = {};

beforeAll(async () => {
  expect(await importText(service(), 'three', FIRST, { language: 'en' })).toMatchObject({
    outcome: 'CREATED',
    orphaned: 0,
  });
  document = await documentId(service(), 'three');
  const put = async (name: string, ...refs: string[]) => {
    ids[name] = (
      await added(
        service(),
        note(
          document,
          refs.map((ref) => ({ block: { ref } })),
        ),
      )
    ).id;
  };
  await put('first', '1');
  await put('second', '2');
  await put('third', '3');
  await put('list', '4');
  ids.spanning = (
    await added(service(), note(document, [{ quote: { exact: 'Second paragraph.\n\nFirst' } }]))
  ).id;
  ids.around = (
    await added(
      service(),
      note(document, [{ quote: { exact: 'First paragraph.\n\nSecond paragraph.\n\nFirst' } }]),
    )
  ).id;
});

const anchorsOf = async (id: string): Promise<Data> =>
  (
    await service().data(
      'query A($id: ID!) { node(id: $id) { ... on Annotation { anchors { status score range { start } blocks { ref } quote { exact } madeOn { number } } } } }',
      { id },
    )
  ).node.anchors[0];

describe('importing', () => {
  it('the same text twice changes nothing', async () => {
    expect(await importText(service(), 'three', FIRST)).toMatchObject({
      outcome: 'UNCHANGED',
      revision: { number: 1 },
    });
    expect(await importText(service(), 'three', `\uFEFF${FIRST.replace(/\n/g, '\r\n')}\n\n`)).toMatchObject({
      outcome: 'UNCHANGED',
    });
  });

  it('the same text with another description changes that', async () => {
    expect(await importText(service(), 'three', FIRST, { title: 'Trois' })).toMatchObject({
      outcome: 'DESCRIBED',
      document: { title: 'Trois' },
      revision: { number: 1 },
    });
    expect(await importText(service(), 'three', FIRST)).toMatchObject({
      outcome: 'DESCRIBED',
      document: { title: 'Three' },
    });
  });

  it('another text makes a revision, and says honestly which anchors hold', async () => {
    expect(await importText(service(), 'three', SECOND)).toMatchObject({
      outcome: 'REVISED',
      revision: { number: 2 },
      orphaned: 3,
    });
    const [first, second, third, list] = await Promise.all(
      ['first', 'second', 'third', 'list'].map((name) => anchorsOf(ids[name] ?? '')),
    );
    expect(first).toMatchObject({
      status: 'EXACT',
      blocks: [{ ref: '2' }],
      quote: { exact: 'First paragraph.' },
      madeOn: { number: 1 },
    });
    expect(second).toEqual({
      status: 'ORPHANED',
      score: 0,
      range: null,
      blocks: [],
      quote: { exact: 'Second paragraph.' },
      madeOn: { number: 1 },
    });
    expect(third).toMatchObject({ status: 'EXACT', blocks: [{ ref: '3' }] });
    expect(list).toMatchObject({ status: 'EXACT', blocks: [{ ref: '4.1' }, { ref: '4.2' }] });
    expect(await anchorsOf(ids.spanning ?? '')).toMatchObject({ status: 'ORPHANED' });
    expect(await anchorsOf(ids.around ?? '')).toMatchObject({ status: 'ORPHANED' });
  });

  it('lists the orphans, and still shows them where they stood', async () => {
    const { document: three } = await service().data(`{ document(by: {slug: "three"}) {
      annotations(filter: {status: [ORPHANED]}) { totalCount edges { node { id } } }
      old: revision(number: 1) { block(ref: "2") { runs { marks { ... on Annotation { anchors { status blocks { ref } } } } } annotations { totalCount } } }
      new: revision { block(ref: "1") { annotations { totalCount } } } } }`);
    expect(three.annotations.totalCount).toBe(3);
    expect(three.old.block.annotations.totalCount).toBe(3);
    expect(three.old.block.runs[0].marks).toContainEqual({
      anchors: [{ status: 'EXACT', blocks: [{ ref: '2' }] }],
    });
    expect(three.new.block.annotations.totalCount).toBe(0);
  });

  it('takes annotations made on an older revision, as far as they hold', async () => {
    const gone = await added(service(), note(document, [{ block: { ref: '2' } }], { revision: 1 }));
    expect(gone.anchors[0]).toMatchObject({ status: 'ORPHANED', range: null, madeOn: { number: 1 } });
    const kept = await added(service(), note(document, [{ passage: 'three@1:1' }]));
    expect(kept.anchors[0]).toMatchObject({ status: 'EXACT', blocks: [{ ref: '2' }], madeOn: { number: 1 } });
    const spanning = await added(
      service(),
      note(document, [{ quote: { exact: 'Second paragraph.\n\nFirst' } }], { revision: 1 }),
    );
    expect(spanning.anchors[0]).toMatchObject({ status: 'ORPHANED' });
  });

  it('carries annotations made on an older revision through those since, and back home', async () => {
    const words = 'The chairman thanked all the members for their patience.';
    const edited = words.replace('all the', 'the');
    await importText(service(), 'long', `${words}\n\nAn end.`, { title: 'Long', language: 'en' });
    const long = await documentId(service(), 'long');
    const revisions = [
      `Before.\n\n${words}\n\nAn end.`,
      `Before.\n\n${edited}\n\nAn end.`,
      `Before.\n\n${edited} So it was.\n\nAn end.`,
      'An end.',
      `${words}\n\nAn end.`,
    ];
    for (const text of revisions) await importText(service(), 'long', text);
    const statuses = async (id: string): Promise<(string | null)[]> => {
      const { document: shown } = await service().data(
        `{ document(by: {slug: "long"}) { ${Array.from(
          { length: 40 },
          (_, index) => `r${index + 1}: revision(number: ${index + 1}) {
          blocks { edges { node { annotations { edges { node { id anchors { status } } } } } } } }`,
        ).join(' ')} } }`,
      );
      return Object.values<Data>(shown)
        .filter((revision) => revision !== null)
        .map((revision) => {
          const nodes: Data[] = revision.blocks.edges.flatMap(({ node }: Data) =>
            node.annotations.edges.map((edge: Data) => edge.node),
          );
          return nodes.find((node) => node.id === id)?.anchors[0].status ?? null;
        });
    };
    const make = async (): Promise<string> =>
      (await added(service(), note(long, [{ quote: { exact: 'thanked all the members' } }], { revision: 1 })))
        .id;
    expect(await statuses(await make())).toEqual(['EXACT', 'EXACT', 'EDITED', 'EDITED', null, 'EXACT']);
    for (let count = 0; count < 16; count += 1)
      await importText(service(), 'long', `${words}\n\nAn end, and ${count}.`);
    await importText(service(), 'long', `${edited}\n\nAn end.`);
    const far = await statuses(await make());
    expect(far.slice(0, 6)).toEqual(['EXACT', 'EXACT', null, null, null, 'EXACT']);
    expect(far.slice(20)).toEqual(['EXACT', 'EXACT', 'EDITED']);
  });

  it('keeps every revision as it was', async () => {
    const { document: three } =
      await service().data(`{ document(by: {slug: "three"}) { revision { number } one: revision(number: 1) { text checksum children { ref } } none: revision(number: 9) { id }
      revisions(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { number note } } } } }`);
    expect(three.one.text).toBe('First paragraph.\n\nSecond paragraph.\n\nFirst paragraph.\n\none\n\ntwo');
    expect(three).toMatchObject({
      revision: { number: 2 },
      none: null,
      revisions: { totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { number: 2 } }] },
    });
    const after = await service().data(
      `{ document(by: {slug: "three"}) { revisions(after: "${three.revisions.pageInfo.endCursor}") { pageInfo { hasNextPage } edges { node { number } } } } }`,
    );
    expect(after.document.revisions).toEqual({
      pageInfo: { hasNextPage: false },
      edges: [{ node: { number: 1 } }],
    });
  });

  it('follows a moved paragraph', async () => {
    const alpha = 'Alpha is the first of the letters that the Greeks have used.';
    await importText(service(), 'moved', `${alpha}\n\nBeta.\n\nGamma.`, { title: 'Moved' });
    const moved = await documentId(service(), 'moved');
    const { id } = await added(service(), note(moved, [{ block: { ref: '1' } }]));
    await importText(service(), 'moved', `Beta.\n\nGamma.\n\n${alpha}`);
    expect(await anchorsOf(id)).toMatchObject({ status: 'EXACT', blocks: [{ ref: '3' }] });
  });

  it('lists an annotation by the first of its places that holds, and shows what it was from an older block', async () => {
    await importText(service(), 'several', 'One.\n\nTwo.\n\nThree.', { title: 'Several' });
    const several = await documentId(service(), 'several');
    const both = await added(service(), note(several, [{ block: { ref: '1' } }, { block: { ref: '2' } }]));
    const third = await added(service(), note(several, [{ block: { ref: '3' } }]));
    const gone = await added(service(), note(several, [{ block: { ref: '1' } }]));
    const old = (
      await service().data('{ document(by: {slug: "several"}) { revision { block(ref: "1") { id } } } }')
    ).document.revision.block.id;
    await importText(service(), 'several', 'Two.\n\nThree.');
    const ids = (connection: Data): string[] => connection.edges.map(({ node }: Data) => node.id);
    for (const page of ['first: 5', 'last: 5']) {
      const { document: listed } = await service().data(
        `{ document(by: {slug: "several"}) { annotations(${page}) { edges { node { id } } } } }`,
      );
      expect(ids(listed.annotations)).toEqual([both.id, third.id, gone.id]);
    }
    const { annotations } = await service().data(
      `{ annotations(filter: {within: "${old}"}) { edges { node { id anchors { status blocks { ref } } } } } }`,
    );
    expect(annotations.edges).toEqual([
      {
        node: {
          id: both.id,
          anchors: [
            { status: 'EXACT', blocks: [{ ref: '1' }] },
            { status: 'EXACT', blocks: [{ ref: '2' }] },
          ],
        },
      },
      { node: { id: gone.id, anchors: [{ status: 'EXACT', blocks: [{ ref: '1' }] }] } },
    ]);
    const { document: narrowed } = await service().data(
      `{ document(by: {slug: "several"}) { annotations(filter: {within: "${old}"}) { totalCount } } }`,
    );
    expect(narrowed.annotations.totalCount).toBe(2);
    expect(
      (
        await service().data(
          'query A($id: ID!) { node(id: $id) { ... on Annotation { anchors { status blocks { ref } } } } }',
          { id: both.id },
        )
      ).node.anchors,
    ).toEqual([
      { status: 'EXACT', blocks: [{ ref: '1' }] },
      { status: 'ORPHANED', blocks: [] },
    ]);
  });

  it.each([
    ['', 'TEXT_EMPTY'],
    ['= Title only =', 'TEXT_EMPTY'],
    [Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'), 'NESTING_TOO_DEEP'],
  ])('refuses the text %#', async (text, code) => {
    const result = await importText(service(), 'refused', text, { title: 'Refused' });
    expect(result).toMatchObject({ __typename: 'TextInvalid', code });
    expect((await service().data('{ document(by: {slug: "refused"}) { id } }')).document).toBeNull();
  });

  it('refuses what is too long, has no title, or a bad slug', async () => {
    expect(
      await importText(service(), 'refused', 'x'.repeat(8 * 1024 * 1024 + 1), { title: 'T' }),
    ).toMatchObject({
      __typename: 'InputInvalid',
      message: 'The text is longer than 8 MiB; publish it as several documents.',
    });
    expect(await importText(service(), 'refused', 'No title.')).toMatchObject({ __typename: 'InputInvalid' });
    expect(await importText(service(), 'Bad Slug', 'Text.', { title: 'T' })).toMatchObject({
      __typename: 'InputInvalid',
    });
    const { importDocument } = await service().data(
      'mutation { importDocument(input: {slug: "x", text: "x", title: "x"}) { __typename ... on Error { message } } }',
      {},
      'nobody',
    );
    expect(importDocument).toMatchObject({ __typename: 'NotAllowed' });
  });
});
