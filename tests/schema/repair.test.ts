import { beforeAll, describe, expect, it } from 'vitest';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { anchorsOf, historyOf, reanchor, revise, standingOf, undo } from '../support/revising.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

const PARAGRAPHS = [
  'The committee met in Geneva and heard the report of its secretary.',
  'The chairman thanked the members for their patience, and opened the debate.',
  'In the afternoon the delegates walked along the lake, where a band was playing waltzes.',
];
const QUOTE = 'a band was playing waltzes';
const WITHOUT = [PARAGRAPHS[0], PARAGRAPHS[1], 'Everybody went home.'];
const EDITED = [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2]?.replace('was playing', 'had played')];

let slugs = 0;

/** A document with one annotation on the quote, as it is after the revisions given. */
async function made(
  revisions: readonly (readonly (string | undefined)[])[],
  more: object = {},
): Promise<{ slug: string; document: string; id: string }> {
  slugs += 1;
  const slug = `repaired-${slugs}`;
  await importText(service(), slug, PARAGRAPHS.join('\n\n'), { title: 'Minutes', language: 'en' });
  const document = await documentId(service(), slug);
  const { id } = await added(service(), note(document, [{ quote: { exact: QUOTE } }], more));
  for (const [index, text] of revisions.entries()) await publish(document, index + 1, text);
  return { slug, document, id };
}

async function publish(
  document: string,
  baseRevision: number,
  paragraphs: readonly (string | undefined)[],
): Promise<void> {
  const result = await revise(service(), { document, baseRevision, text: paragraphs.join('\n\n') });
  expect(result.outcome).toBe('REVISED');
}

/** The statuses and quotes that an annotation shows in a revision. */
async function shownIn(slug: string, number: number): Promise<Data[]> {
  const { document } = await service().data(
    `query Shown($slug: String!, $number: Int!) { document(by: {slug: $slug}) { revision(number: $number) { children {
      annotations { edges { node { anchors { status quote { exact } } } } } } } } }`,
    { slug, number },
  );
  return document.revision.children.flatMap(({ annotations }: Data) =>
    annotations.edges.flatMap(({ node }: Data) => node.anchors),
  );
}

const eventOf = async (id: string, kind: string): Promise<Data> =>
  (await historyOf(service(), id)).findLast((event) => event.kind === kind);

beforeAll(async () => {
  await service().addPrincipal('reader');
  await service().addPrincipal('editor', new Set(['READER', 'ANNOTATOR', 'EDITOR']));
});

describe('reanchorAnnotation', () => {
  it('makes an orphan point at words again, and leaves older revisions as they were', async () => {
    const { slug, document, id } = await made([WITHOUT]);
    const [orphan] = await anchorsOf(service(), id);
    const target = { quote: { exact: 'Everybody went home' } };
    expect(await reanchor(service(), { annotation: id, version: 1, target })).toMatchObject({
      annotation: {
        version: 2,
        anchors: [{ status: 'EXACT', quote: { exact: 'Everybody went home' }, madeOn: { number: 2 } }],
      },
    });
    const [anchor] = await anchorsOf(service(), id);
    expect(anchor?.id).not.toBe(orphan?.id);
    expect(await shownIn(slug, 1)).toEqual([{ status: 'EXACT', quote: { exact: QUOTE } }]);
    expect(await shownIn(slug, 2)).toEqual([{ status: 'EXACT', quote: { exact: 'Everybody went home' } }]);
    expect(await eventOf(id, 'ANNOTATION_REANCHORED')).toMatchObject({
      version: 2,
      state: null,
      agent: { name: 'Local user' },
      anchors: [
        {
          from: { status: 'ORPHANED', text: null },
          to: { text: 'Everybody went home', urn: `${slug}@2:3@0-19` },
        },
      ],
    });
    await publish(document, 2, PARAGRAPHS);
    expect(await standingOf(service(), document, id)).toMatchObject({ status: 'ORPHANED' });
    await publish(document, 3, WITHOUT);
    expect(await standingOf(service(), document, id)).toMatchObject({
      status: 'EXACT',
      words: 'Everybody went home',
    });
  });

  it('confirms words that were edited', async () => {
    const { document, id } = await made([EDITED]);
    const [edited] = await anchorsOf(service(), id);
    expect(edited).toMatchObject({ status: 'EDITED', quote: { exact: QUOTE } });
    const { range } = edited ?? {};
    await reanchor(service(), { annotation: id, version: 1, anchor: edited?.id, target: { range } });
    expect(await anchorsOf(service(), id)).toMatchObject([
      { status: 'EXACT', range, quote: { exact: 'a band had played waltzes' } },
    ]);
    await publish(document, 2, PARAGRAPHS);
    expect(await anchorsOf(service(), id)).toMatchObject([{ status: 'EDITED' }]);
  });

  it('replaces the anchor that is named of several, and keeps its place in lists', async () => {
    const { document, id: single } = await made([]);
    const several = await added(
      service(),
      note(document, [{ quote: { exact: 'Geneva' } }, { quote: { exact: QUOTE } }]),
    );
    await publish(document, 1, WITHOUT);
    const anchors = await anchorsOf(service(), several.id);
    const target = { block: { ref: '3' } };
    const input = { annotation: several.id, version: 1, target };
    expect(await reanchor(service(), input)).toMatchObject({ __typename: 'InputInvalid' });
    const elsewhere = (await anchorsOf(service(), single))[0]?.id;
    expect(await reanchor(service(), { ...input, anchor: elsewhere })).toMatchObject({
      __typename: 'NotFound',
    });
    await reanchor(service(), { ...input, anchor: anchors[1]?.id });
    expect(await anchorsOf(service(), several.id)).toMatchObject([
      { id: anchors[0]?.id, quote: { exact: 'Geneva' } },
      { status: 'EXACT', quote: { exact: 'Everybody went home.' } },
    ]);
    const first = (await anchorsOf(service(), several.id))[0]?.id;
    await reanchor(service(), { ...input, version: 2, anchor: first, target: { block: { ref: '2' } } });
    const { document: listed } = await service().data(
      'query L($id: ID!) { document(by: {id: $id}) { annotations { edges { node { id } } } } }',
      { id: document },
    );
    expect(listed.annotations.edges.map(({ node }: Data) => node.id)).toEqual([several.id, single]);
  });

  it('takes words of the latest revision only', async () => {
    const { slug, id } = await made([WITHOUT]);
    const input = { annotation: id, version: 1 };
    for (const [target, refusal] of [
      [{ passage: `${slug}@1:3@0-5` }, 'InputInvalid'],
      [{ quote: { exact: 'walked along the lake' } }, 'QuoteNotFound'],
      [{ quote: { exact: 'the' } }, 'QuoteAmbiguous'],
      [{ block: { ref: '3', range: { start: 0, end: 900 } } }, 'RangeInvalid'],
      [{ block: { ref: '9' } }, 'NotFound'],
    ])
      expect(await reanchor(service(), { ...input, target })).toMatchObject({ __typename: refusal });
    expect(await reanchor(service(), { ...input, target: { passage: `${slug}:3` } })).toMatchObject({
      annotation: { version: 2 },
    });
  });

  it('is for the creator and editors, and refuses a stale version and what is deleted or on no words', async () => {
    const { document, id } = await made([WITHOUT]);
    const input = { annotation: id, version: 1, target: { block: { ref: '3' } } };
    expect(await reanchor(service(), input, 'reader')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await reanchor(service(), input, 'nobody')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await reanchor(service(), { ...input, version: 7 })).toMatchObject({
      __typename: 'EditConflict',
      current: { version: 1 },
    });
    expect(await reanchor(service(), input, 'editor')).toMatchObject({ annotation: { version: 2 } });
    const whole = await added(service(), note(document, []));
    expect(await reanchor(service(), { ...input, annotation: whole.id })).toMatchObject({
      __typename: 'InputInvalid',
    });
    await service().data('mutation ($id: ID!) { deleteAnnotation(input: {id: $id}) { __typename } }', { id });
    expect(await reanchor(service(), { ...input, version: 3 })).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('undoAnchorChange', () => {
  it('gives back the anchor that was replaced', async () => {
    const { slug, id } = await made([EDITED]);
    const [edited] = await anchorsOf(service(), id);
    await reanchor(service(), { annotation: id, version: 1, target: { block: { ref: '1' } } });
    const event = await eventOf(id, 'ANNOTATION_REANCHORED');
    expect(await undo(service(), { event: event.id, version: 1 })).toMatchObject({
      __typename: 'EditConflict',
    });
    expect(await undo(service(), { event: event.id, version: 2 })).toMatchObject({
      annotation: { version: 3 },
    });
    expect(await anchorsOf(service(), id)).toEqual([edited]);
    expect(await shownIn(slug, 2)).toEqual([{ status: 'EDITED', quote: { exact: QUOTE } }]);
    expect(await eventOf(id, 'ANCHOR_CHANGE_UNDONE')).toMatchObject({
      version: 3,
      anchors: [
        { from: { text: PARAGRAPHS[0] }, to: { status: 'EDITED', text: 'a band had played waltzes' } },
      ],
    });
    expect(await undo(service(), { event: event.id, version: 3 })).toMatchObject({
      __typename: 'InputInvalid',
    });
  });

  it('gives it back as it would stand now', async () => {
    const { document, id } = await made([EDITED]);
    await reanchor(service(), { annotation: id, version: 1, target: { quote: { exact: 'Geneva' } } });
    const { id: event } = await eventOf(id, 'ANNOTATION_REANCHORED');
    await publish(document, 2, ['A new beginning.', ...EDITED]);
    await publish(document, 3, ['A new beginning.', ...PARAGRAPHS]);
    await undo(service(), { event, version: 2 });
    expect(await standingOf(service(), document, id)).toEqual({
      status: 'EXACT',
      words: QUOTE,
      blocks: ['4'],
    });
    await publish(document, 4, WITHOUT);
    expect(await standingOf(service(), document, id)).toMatchObject({ status: 'ORPHANED' });
  });

  it('undoes one change after the other', async () => {
    const { id } = await made([EDITED]);
    const before = await anchorsOf(service(), id);
    const events: string[] = [];
    for (const [index, exact] of ['Geneva', 'secretary', 'patience'].entries()) {
      await reanchor(service(), { annotation: id, version: index + 1, target: { quote: { exact } } });
      events.push((await eventOf(id, 'ANNOTATION_REANCHORED')).id);
    }
    expect(await undo(service(), { event: events[0], version: 4 })).toMatchObject({
      __typename: 'InputInvalid',
    });
    for (const [index, event] of events.toReversed().entries())
      expect(await undo(service(), { event, version: index + 4 })).toMatchObject({
        __typename: 'UndoAnchorChangePayload',
      });
    expect(await anchorsOf(service(), id)).toEqual(before);
  });

  it('undoes a replacement also when a revision has changed its words since, and says when it is undone already', async () => {
    const { document, id } = await made([]);
    await reanchor(service(), {
      annotation: id,
      version: 1,
      target: { quote: { exact: 'opened the debate' } },
    });
    await publish(document, 1, [
      PARAGRAPHS[0],
      PARAGRAPHS[1]?.replace('opened the', 'opened a long'),
      PARAGRAPHS[2],
    ]);
    expect((await standingOf(service(), document, id)).status).toBe('EDITED');
    const event = (await historyOf(service(), id)).find(({ kind }) => kind === 'ANNOTATION_REANCHORED')?.id;
    expect((await undo(service(), { event, version: 2 })).__typename).toBe('UndoAnchorChangePayload');
    expect(await standingOf(service(), document, id)).toMatchObject({ status: 'EXACT', words: QUOTE });
    expect(await undo(service(), { event, version: 3 })).toMatchObject({
      __typename: 'InputInvalid',
      message: expect.stringContaining('undone already'),
    });
  });

  it('takes an anchor off words that a revision put it on, until its own come back', async () => {
    const { slug, document, id } = await made([EDITED]);
    const carried = await eventOf(id, 'ANCHORS_CARRIED');
    expect(carried.anchors).toMatchObject([{ from: { text: QUOTE }, to: { status: 'EDITED' } }]);
    expect(await undo(service(), { event: carried.id, version: 1 })).toMatchObject({
      annotation: { version: 2, anchors: [{ status: 'ORPHANED', score: 0 }] },
    });
    expect(await shownIn(slug, 1)).toEqual([{ status: 'EXACT', quote: { exact: QUOTE } }]);
    expect(await eventOf(id, 'ANCHOR_CHANGE_UNDONE')).toMatchObject({
      anchors: [
        { from: { status: 'EDITED', text: 'a band had played waltzes' }, to: { status: 'ORPHANED' } },
      ],
    });
    await publish(document, 2, [EDITED[0], EDITED[1], `${EDITED[2]} And so on.`]);
    expect(await standingOf(service(), document, id)).toMatchObject({ status: 'ORPHANED' });
    await publish(document, 3, [PARAGRAPHS[0], PARAGRAPHS[1], `Later, ${PARAGRAPHS[2]}`]);
    expect(await standingOf(service(), document, id)).toMatchObject({ status: 'EXACT', words: QUOTE });
    await publish(document, 4, EDITED);
    expect(await standingOf(service(), document, id)).toMatchObject({ status: 'EDITED' });
  });

  it('does so also when the revision is not the latest any more', async () => {
    const { slug, document, id } = await made([EDITED, ['A new beginning.', ...EDITED]]);
    const { id: event } = await eventOf(id, 'ANCHORS_CARRIED');
    await undo(service(), { event, version: 1 });
    expect(await shownIn(slug, 2)).toMatchObject([{ status: 'EDITED' }]);
    expect(await shownIn(slug, 3)).toEqual([]);
    await publish(document, 3, PARAGRAPHS);
    expect(await standingOf(service(), document, id)).toMatchObject({ status: 'EXACT', words: QUOTE });
  });

  it('refuses what put no anchor on words, what was changed since, and other events and people', async () => {
    const { document, id } = await made([WITHOUT]);
    const orphaned = await eventOf(id, 'ANCHORS_CARRIED');
    expect(await undo(service(), { event: orphaned.id, version: 1 })).toMatchObject({
      __typename: 'InputInvalid',
    });
    const { id: made1 } = await eventOf(id, 'ANNOTATION_ADDED');
    expect(await undo(service(), { event: made1, version: 1 })).toMatchObject({ __typename: 'InputInvalid' });
    const edited = await made([EDITED]);
    const { id: event } = await eventOf(edited.id, 'ANCHORS_CARRIED');
    expect(await undo(service(), { event, version: 1 }, 'reader')).toMatchObject({
      __typename: 'NotAllowed',
    });
    await publish(edited.document, 2, WITHOUT);
    expect(await undo(service(), { event, version: 1 }, 'editor')).toMatchObject({
      __typename: 'InputInvalid',
      message: expect.stringMatching(/changed again since/),
    });
    const none = Buffer.from('AnnotationEvent:01a20c2a-3cfc-775f-9f27-0444ba67e4a9').toString('base64url');
    expect(await undo(service(), { event: none, version: 1 })).toMatchObject({ __typename: 'NotFound' });
    expect(await undo(service(), { event: document, version: 1 })).toMatchObject({
      __typename: 'InputInvalid',
    });
  });
});

describe('the history of anchors', () => {
  it('shows others only what happened while the annotation was public', async () => {
    const { document, id } = await made([EDITED], { visibility: 'PRIVATE' });
    await service().data(
      'mutation ($id: ID!) { editAnnotation(input: {id: $id, version: 1, visibility: PUBLIC}) { __typename } }',
      { id },
    );
    await publish(document, 2, WITHOUT);
    const kinds = async (as: string) => (await historyOf(service(), id, as)).map(({ kind }) => kind);
    expect(await kinds('local')).toEqual([
      'ANNOTATION_ADDED',
      'ANCHORS_CARRIED',
      'ANNOTATION_EDITED',
      'ANCHORS_CARRIED',
    ]);
    expect(await kinds('reader')).toEqual(['ANNOTATION_EDITED', 'ANCHORS_CARRIED']);
    const { id: hidden } = (await historyOf(service(), id))[1] ?? {};
    expect(await undo(service(), { event: hidden, version: 2 }, 'editor')).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('is of objects that `node` does not find', async () => {
    const { id } = await made([EDITED]);
    const [anchor] = await anchorsOf(service(), id);
    for (const other of [anchor?.id, (await eventOf(id, 'ANCHORS_CARRIED')).id]) {
      const { errors } = await service().run('query N($id: ID!) { node(id: $id) { id } }', { id: other });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'INPUT_INVALID' } });
    }
  });
});

describe('suggestions', () => {
  const SUGGEST = `query S($id: ID!, $first: Int!) { node(id: $id) { ... on Annotation { anchors { suggestions(first: $first) {
    id status score quote { exact } blocks { ref } } } } } }`;
  const suggestionsOf = async (id: string, first = 5): Promise<Data[]> =>
    (await service().data(SUGGEST, { id, first })).node.anchors[0].suggestions;

  it('are places for an anchor that does not stand on its words', async () => {
    const { document, id } = await made([WITHOUT]);
    await publish(document, 2, [...WITHOUT, `It was said that ${QUOTE} all night.`]);
    expect(await suggestionsOf(id)).toEqual([
      {
        id: null,
        status: 'AMBIGUOUS',
        score: expect.any(Number),
        quote: { exact: QUOTE },
        blocks: [{ ref: '4' }],
      },
    ]);
    expect(await suggestionsOf(id, 0)).toEqual([]);
    await publish(document, 3, PARAGRAPHS);
    expect(await suggestionsOf(id)).toEqual([]);
  });

  it('are bounded in number and work', async () => {
    const { id } = await made([WITHOUT]);
    const { errors } = await service().run(SUGGEST, { id, first: 11 });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INPUT_INVALID' } });
    const field = (index: number) =>
      `s${index}: suggestions(first: 10) { score range { start end } blocks { ref } }`;
    const costly = `query ($id: ID!) { node(id: $id) { ... on Annotation { replies(first: 100) { edges { node { anchors {
      ${Array.from({ length: 4 }, (_, index) => field(index)).join(' ')} } } } } } } }`;
    expect((await service().run(costly, { id })).errors?.[0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_COSTLY' },
    });
  });
});
