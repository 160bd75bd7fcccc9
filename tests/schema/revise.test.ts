import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../src/store/tables.ts';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { withClient } from '../support/clients.ts';
import { anchorsOf, historyOf, reanchor, revise, standingOf } from '../support/revising.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

const FIRST = [
  'The committee met in Geneva on 3 May 1921 and heard the report of its secretary, Anna Lindqvist.',
  'Nobody objected to the minutes. The chairman thanked the members for their patience, and opened the debate.',
  'In the afternoon the delegates walked along the lake, where a band was playing waltzes for the visitors.',
  'The budget was approved without changes.',
];
const SECOND = [
  'Some delegates had arrived late because of the storm.',
  FIRST[0],
  'Nobody objected to the minutes. The chairman thanked all members for their patience, and opened the debate.',
  FIRST[3],
];

let slugs = 0;

/** A document of paragraphs, with an annotation on each of the quotes. */
async function made(
  paragraphs: readonly (string | undefined)[],
  ...quotes: string[]
): Promise<{ document: string; ids: string[] }> {
  slugs += 1;
  const slug = `revised-${slugs}`;
  await importText(service(), slug, paragraphs.join('\n\n'), { title: 'Minutes', language: 'en' });
  const document = await documentId(service(), slug);
  const ids: string[] = [];
  for (const exact of quotes) ids.push((await added(service(), note(document, [{ quote: { exact } }]))).id);
  return { document, ids };
}

const textOf = (paragraphs: readonly (string | undefined)[]) => paragraphs.join('\n\n');

async function countRows(): Promise<Record<string, number>> {
  return await withClient(service().scholion.store.database, async (client) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await client.query(`SELECT count(*)::int AS count FROM "${table}"`);
      counts[table] = rows[0].count;
    }
    const { rows } = await client.query(`SELECT last_value::int AS count FROM event_sequence_seq`);
    return { ...counts, sequence: rows[0].count };
  });
}

beforeAll(async () => {
  await service().addPrincipal('reader');
  await service().addPrincipal('editor', new Set(['READER', 'EDITOR', 'ANNOTATOR']));
});

describe('reviseDocument', () => {
  it('carries every anchor, and reports how they fared', async () => {
    const { document, ids } = await made(
      FIRST,
      'Anna Lindqvist',
      'The chairman thanked the members for their patience',
      'opened the debate',
      'a band was playing waltzes',
      'heard the report of its secretary, Anna Lindqvist.\n\nNobody objected',
    );
    const result = await revise(service(), {
      document,
      baseRevision: 1,
      text: textOf(SECOND),
      note: 'Late.',
    });
    expect(result).toMatchObject({
      outcome: 'REVISED',
      dryRun: false,
      revision: { number: 2, note: 'Late.' },
      anchors: { exact: 2, moved: 0, edited: 1, ambiguous: 0, orphaned: 1, unaffected: 1 },
    });
    const [name, thanks, debate, waltzes, spanning] = await Promise.all(
      ids.map((id) => standingOf(service(), document, id)),
    );
    expect(name).toEqual({ status: 'EXACT', words: 'Anna Lindqvist', blocks: ['2'] });
    expect(thanks).toEqual({
      status: 'EDITED',
      words: 'The chairman thanked all members for their patience',
      blocks: ['3'],
    });
    expect(debate).toEqual({ status: 'EXACT', words: 'opened the debate', blocks: ['3'] });
    expect(waltzes).toEqual({ status: 'ORPHANED', words: null, blocks: [] });
    expect(spanning).toMatchObject({ status: 'EXACT', blocks: ['2', '3'] });
    const doubtful = result.anchors.doubtful.map((one: Data) => [one.annotation.id, one.to.status]);
    expect(doubtful).toEqual([
      [ids[3], 'ORPHANED'],
      [ids[1], 'EDITED'],
    ]);
    expect(result.anchors.doubtful[1]).toMatchObject({
      quote: { exact: 'The chairman thanked the members for their patience' },
      from: { status: 'EXACT', text: 'The chairman thanked the members for their patience' },
      to: {
        text: 'The chairman thanked all members for their patience',
        urn: expect.stringMatching(/^revised-\d+@2:3@32-83$/),
      },
    });
    expect(result.anchors.doubtful[0].to).toEqual({ status: 'ORPHANED', score: 0, text: null, urn: null });
    expect(result.anchors.doubtful[1].id).toBe((await anchorsOf(service(), ids[1] ?? ''))[0]?.id);
  });

  it('shows every revision with the anchors as they stood in it', async () => {
    const { document, ids } = await made(FIRST, 'a band was playing waltzes', 'thanked the members');
    await revise(service(), { document, baseRevision: 1, text: textOf(SECOND) });
    const shown = async (number: number): Promise<Data[]> => {
      const { node } = await service().data(
        `query Shown($id: ID!, $number: Int!) { node(id: $id) { ... on Document { revision(number: $number) { children {
          runs { text marks { ... on Annotation { id anchors { status } } } } } } } } }`,
        { id: document, number },
      );
      return node.revision.children.flatMap((block: Data) =>
        block.runs.filter(({ marks }: Data) => marks.length > 0),
      );
    };
    expect(await shown(1)).toEqual([
      { text: 'thanked the members', marks: [{ id: ids[1], anchors: [{ status: 'EXACT' }] }] },
      { text: 'a band was playing waltzes', marks: [{ id: ids[0], anchors: [{ status: 'EXACT' }] }] },
    ]);
    expect(await shown(2)).toEqual([
      { text: 'thanked all members', marks: [{ id: ids[1], anchors: [{ status: 'EDITED' }] }] },
    ]);
  });

  it('brings anchors back when the text goes back, orphans included', async () => {
    const { document, ids } = await made(
      FIRST,
      'a band was playing waltzes',
      'thanked the members',
      'for the visitors.\n\nThe budget was approved',
      'The budget',
    );
    const before = await Promise.all(ids.map((id) => anchorsOf(service(), id)));
    await revise(service(), { document, baseRevision: 1, text: textOf(SECOND) });
    await revise(service(), { document, baseRevision: 2, text: textOf([FIRST[3], FIRST[1]]) });
    await revise(service(), { document, baseRevision: 3, text: textOf(['All is new.', 'And different.']) });
    for (const id of ids) expect((await anchorsOf(service(), id))[0]).toMatchObject({ status: 'ORPHANED' });
    const { anchors } = await revise(service(), { document, baseRevision: 4, text: textOf(FIRST) });
    expect(anchors).toMatchObject({
      exact: 4,
      moved: 0,
      edited: 0,
      ambiguous: 0,
      orphaned: 0,
      unaffected: 0,
    });
    expect(await Promise.all(ids.map((id) => anchorsOf(service(), id)))).toEqual(before);
  });

  it('brings back the anchors of a paragraph alone', async () => {
    const { document, ids } = await made(FIRST, 'a band was playing waltzes');
    await revise(service(), { document, baseRevision: 1, text: textOf(SECOND) });
    await revise(service(), { document, baseRevision: 2, text: textOf([FIRST[2], ...SECOND]) });
    expect(await standingOf(service(), document, ids[0] ?? '')).toEqual({
      status: 'EXACT',
      words: 'a band was playing waltzes',
      blocks: ['1'],
    });
  });

  it('tells the history of an annotation what happened, and nothing where nothing did', async () => {
    const { document, ids } = await made(FIRST, 'a band was playing waltzes', 'opened the debate');
    await revise(service(), { document, baseRevision: 1, text: textOf(SECOND) }, 'editor');
    await revise(service(), { document, baseRevision: 2, text: textOf(FIRST) });
    const history = await historyOf(service(), ids[0] ?? '');
    expect(history).toMatchObject([
      { kind: 'ANNOTATION_ADDED', version: 1, revision: null, anchors: [] },
      {
        kind: 'ANCHORS_CARRIED',
        agent: { name: 'editor' },
        version: null,
        state: null,
        revision: { number: 2 },
        anchors: [
          {
            from: { status: 'EXACT', score: 1, text: 'a band was playing waltzes' },
            to: { status: 'ORPHANED', score: 0, text: null, urn: null },
          },
        ],
      },
      {
        kind: 'ANCHORS_CARRIED',
        agent: { name: 'Local user' },
        revision: { number: 3 },
        anchors: [
          {
            from: { status: 'ORPHANED', text: null },
            to: { status: 'EXACT', text: 'a band was playing waltzes', urn: expect.stringMatching(/@3:3@/) },
          },
        ],
      },
    ]);
    expect(await historyOf(service(), ids[1] ?? '')).toMatchObject([{ kind: 'ANNOTATION_ADDED' }]);
  });

  it('tries without writing when told to', async () => {
    const { document, ids } = await made(FIRST, 'a band was playing waltzes', 'thanked the members');
    const input = { document, baseRevision: 1, text: textOf(SECOND) };
    const before = await countRows();
    const tried = await revise(service(), { ...input, title: 'Other', dryRun: true });
    expect(await countRows()).toEqual(before);
    expect(tried).toMatchObject({
      outcome: 'REVISED',
      dryRun: true,
      revision: null,
      document: { title: 'Minutes' },
    });
    expect(tried.anchors).toMatchObject({ edited: 1, orphaned: 1, unaffected: 0 });
    expect(tried.anchors.doubtful[1]).toMatchObject({
      annotation: { id: ids[1] },
      from: { urn: expect.stringMatching(/@1:2@/) },
      to: { text: 'thanked all members', urn: null },
    });
    const done = await revise(service(), input);
    const statuses = ({ anchors }: Data) =>
      anchors.doubtful.map((one: Data) => [one.id, one.to.status, one.to.score]);
    expect(statuses(done)).toEqual(statuses(tried));
    expect(await revise(service(), { ...input, baseRevision: 2, dryRun: true })).toMatchObject({
      outcome: 'UNCHANGED',
      revision: { number: 2 },
      anchors: { exact: 0, unaffected: 2, doubtful: [] },
    });
  });

  it('refuses a text that was made on another revision than the latest, and shows that', async () => {
    const { document } = await made(FIRST);
    await revise(service(), { document, baseRevision: 1, text: textOf(SECOND) });
    for (const dryRun of [true, false])
      expect(await revise(service(), { document, baseRevision: 1, text: 'Mine.', dryRun })).toMatchObject({
        __typename: 'RevisionConflict',
        code: 'REVISION_CONFLICT',
        current: { number: 2, text: textOf(SECOND) },
      });
    expect(await revise(service(), { document, baseRevision: 3, text: 'Mine.' })).toMatchObject({
      message: 'There is no revision 3 of this document; its latest is 2.',
    });
  });

  it('lets one of several at once win', async () => {
    const { document } = await made(FIRST, 'opened the debate');
    const results = await Promise.all(
      ['One.', 'Two.', 'Three.'].map((text) => revise(service(), { document, baseRevision: 1, text })),
    );
    expect(results.map((result) => result.__typename).sort()).toEqual([
      'ReviseDocumentPayload',
      'RevisionConflict',
      'RevisionConflict',
    ]);
  });

  it('leaves no annotation behind that is added, edited or reanchored meanwhile', async () => {
    const quotes = Array.from({ length: 24 }, () => 'The chairman thanked the members');
    const { document, ids } = await made(FIRST, ...quotes);
    const edits = ids
      .slice(0, 12)
      .map((id) =>
        service().data(
          'mutation ($id: ID!) { editAnnotation(input: { id: $id, version: 1, tags: ["edited"] }) { __typename } }',
          { id },
        ),
      );
    const target = { quote: { exact: 'report of its secretary' } };
    const moves = ids.slice(12).map((annotation) => reanchor(service(), { annotation, version: 1, target }));
    const additions = quotes.map((exact) =>
      added(service(), note(document, [{ quote: { exact } }], { revision: 1 })),
    );
    const revised = await revise(service(), { document, baseRevision: 1, text: textOf(SECOND) });
    expect(revised).toMatchObject({ outcome: 'REVISED' });
    expect(
      new Set((await Promise.all(edits)).map(({ editAnnotation }) => editAnnotation.__typename)),
    ).toEqual(new Set(['EditAnnotationPayload']));
    expect(new Set((await Promise.all(moves)).map((move) => move.__typename))).toEqual(
      new Set(['ReanchorAnnotationPayload']),
    );
    const addedIds = (await Promise.all(additions)).map(({ id }) => id);
    for (const id of [...ids.slice(0, 12), ...addedIds])
      expect(await standingOf(service(), document, id)).toMatchObject({
        status: 'EDITED',
        words: 'The chairman thanked all members',
      });
    for (const id of ids.slice(12)) {
      expect(await anchorsOf(service(), id)).toHaveLength(1);
      expect(await standingOf(service(), document, id)).toEqual({
        status: 'EXACT',
        words: 'report of its secretary',
        blocks: ['2'],
      });
    }
  });

  it('is what an import of a changed text does, too', async () => {
    const { document, ids } = await made(FIRST, 'thanked the members', 'a band was playing waltzes');
    const { importDocument } = await service().data(
      `mutation ($input: ImportDocumentInput!) { importDocument(input: $input) { ... on ImportDocumentPayload {
        outcome orphaned anchors { exact edited orphaned unaffected doubtful(first: 1) { annotation { id } } } } } }`,
      { input: { slug: `revised-${slugs}`, text: textOf(SECOND) } },
    );
    expect(importDocument).toEqual({
      outcome: 'REVISED',
      orphaned: 1,
      anchors: {
        exact: 0,
        edited: 1,
        orphaned: 1,
        unaffected: 0,
        doubtful: [{ annotation: { id: ids[1] } }],
      },
    });
    expect(await standingOf(service(), document, ids[0] ?? '')).toMatchObject({ status: 'EDITED' });
  });

  it('does not report what the one who publishes may not see, and carries it all the same', async () => {
    const { document } = await made(FIRST, 'opened the debate');
    const target = [{ quote: { exact: 'a band was playing waltzes' } }];
    const secret = await added(service(), note(document, target, { visibility: 'PRIVATE' }), 'reader');
    const gone = await added(service(), note(document, target));
    await service().data('mutation ($id: ID!) { deleteAnnotation(input: { id: $id }) { __typename } }', {
      id: gone.id,
    });
    const { anchors } = await revise(service(), { document, baseRevision: 1, text: textOf(SECOND) });
    expect(anchors).toMatchObject({ exact: 1, orphaned: 0, unaffected: 0, doubtful: [] });
    expect(await anchorsOf(service(), secret.id, 'reader')).toMatchObject([{ status: 'ORPHANED' }]);
    expect(await historyOf(service(), secret.id, 'reader')).toHaveLength(2);
    expect(await anchorsOf(service(), gone.id)).toMatchObject([{ status: 'ORPHANED' }]);
  });

  it('changes the title where one is given, and nothing where all is the same', async () => {
    const { document } = await made(FIRST);
    const input = { document, baseRevision: 1, text: textOf(FIRST) };
    expect(await revise(service(), input)).toMatchObject({ outcome: 'UNCHANGED', revision: { number: 1 } });
    expect(await revise(service(), { ...input, title: 'Records' })).toMatchObject({
      outcome: 'DESCRIBED',
      document: { title: 'Records' },
      revision: { number: 1 },
    });
  });

  it('refuses texts that are none, others than editors, and documents that are not there', async () => {
    const { document } = await made(FIRST);
    const input = { document, baseRevision: 1, text: textOf(SECOND) };
    expect(await revise(service(), { ...input, text: ' ' })).toMatchObject({
      __typename: 'TextInvalid',
      code: 'TEXT_EMPTY',
    });
    expect(await revise(service(), { ...input, note: 'x'.repeat(2_001) })).toMatchObject({
      __typename: 'InputInvalid',
    });
    expect(await revise(service(), input, 'reader')).toMatchObject({ __typename: 'NotAllowed' });
    const none = Buffer.from('Document:01a20c2a-3cfc-775f-9f27-0444ba67e4a9').toString('base64url');
    expect(await revise(service(), { ...input, document: none })).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('the same few words under another heading', () => {
  const motions = (a: string[], b: string[]) =>
    [
      ['== Motion A ==', 'Alice moved to fund the school.', ...a],
      ['== Motion B ==', 'Bob moved to close the pool.', ...b],
    ]
      .flat()
      .join('\n\n');
  const rejected = 'It was rejected.';

  it('are others, whether they come at once or later, and the old ones come back to their neighbours', async () => {
    slugs += 1;
    const slug = `revised-${slugs}`;
    await importText(service(), slug, motions([rejected], []), { title: 'Motions', language: 'en' });
    const document = await documentId(service(), slug);
    const { id } = await added(service(), note(document, [{ block: { ref: '1.2' } }]));
    const publish = async (baseRevision: number, text: string) => {
      expect((await revise(service(), { document, baseRevision, text })).outcome).toBe('REVISED');
      return await standingOf(service(), document, id);
    };
    expect((await publish(1, motions(['A vote was taken by show of hands.'], [rejected]))).status).toBe(
      'ORPHANED',
    );
    expect((await publish(2, motions([], []))).status).toBe('ORPHANED');
    expect((await publish(3, motions([], [rejected]))).status).toBe('ORPHANED');
    expect(await publish(4, motions([rejected], ['More was said.']))).toMatchObject({
      status: 'EXACT',
      blocks: ['1.2'],
    });
  });
});
