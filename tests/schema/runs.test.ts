import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADD_MANY, added, documentId, importText, note } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();
let speech = '';

beforeAll(async () => {
  speech = await documentId(service());
});

const RUNS = `query Runs($slug: String!) { document(by: {slug: $slug}) { revision { text blocks(first: 100) { edges { node {
  ref text marksOmitted(kinds: [ANNOTATION]) runs(kinds: [ANNOTATION]) { text range { start end } marks { ... on Annotation { id } } } } } } } } }`;

async function runsOf(slug: string): Promise<Map<string, Data>> {
  const { document } = await service().data(RUNS, { slug });
  return new Map(document.revision.blocks.edges.map(({ node }: Data) => [node.ref, node]));
}

describe('runs', () => {
  it('cut a block where anything begins or ends', async () => {
    const at = (start: number, end: number) =>
      added(service(), note(speech, [{ block: { ref: '8.3', range: { start, end } } }]));
    const [outer, overlapping, inner] = [await at(0, 30), await at(12, 40), await at(20, 25)];
    const block = (await runsOf('secret-speech')).get('8.3');
    expect(block.runs.map((run: Data) => [run.text, run.marks.map((mark: Data) => mark.id)])).toEqual([
      ['Bangladeshi ', [outer.id]],
      ['historia', [outer.id, overlapping.id]],
      ['n A. ', [outer.id, overlapping.id, inner.id]],
      ['M. Am', [outer.id, overlapping.id]],
      ['zad commen', [overlapping.id]],
      ['ted on the speech:', []],
    ]);
  });

  it('draw what spans blocks on each of them, and headings too', async () => {
    const annotation = await added(service(), note(speech, [{ block: { ref: '9' } }]));
    const blocks = await runsOf('secret-speech');
    for (const [ref, own] of [
      ['9', 'See also'],
      ['9.1.1', 'Anti-Stalinist left'],
    ] as const)
      expect(blocks.get(ref).runs).toMatchObject([{ text: own, marks: [{ id: annotation.id }] }]);
    expect(blocks.get('9.1').runs).toEqual([]);
  });

  it('show only what passes the filter', async () => {
    const tagged = await added(
      service(),
      note(speech, [{ block: { ref: '3.4', range: { start: 0, end: 5 } } }], { tags: ['shown'] }),
    );
    await added(service(), note(speech, [{ block: { ref: '3.4', range: { start: 2, end: 9 } } }]));
    const { passage } = await service().data(
      '{ passage(ref: "secret-speech@1:3.4") { blocks { runs(kinds: [ANNOTATION], filter: {tags: ["shown"]}) { text marks { ... on Annotation { id } } } } } }',
    );
    expect(passage.blocks[0].runs).toMatchObject([
      { text: 'After', marks: [{ id: tagged.id }] },
      { marks: [] },
    ]);
  });

  it('joined are the text of the block, whatever lies on it', async () => {
    const text = 'Añ𐍈👨‍👩‍👧 one, two, three 🇺🇦 four\u0301 five.\n\nSecond paragraph, здесь.';
    await importText(service(), 'marks', text, { title: 'Marks' });
    const document = await documentId(service(), 'marks');
    const { length } = (await service().data('{ document(by: {slug: "marks"}) { revision { length } } }'))
      .document.revision;
    const range = fc
      .tuple(fc.nat(length), fc.nat(length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 5 }), async (ranges) => {
        await service().data(
          'mutation A($input: AddAnnotationsInput!) { addAnnotations(input: $input) { __typename } }',
          {
            input: { annotations: ranges.map((one) => ({ ...note(document, [{ range: one }]) })) },
          },
        );
        for (const block of (await runsOf('marks')).values()) {
          expect(block.runs.map((run: Data) => run.text).join('')).toBe(block.text);
          expect(block.runs.every((run: Data) => run.text !== '')).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are refused where they are too many, also while others are waited for', async () => {
    await importText(service(), 'nested', `First words.\n\n${'word '.repeat(600).trim()}`, { title: 'N' });
    const document = await documentId(service(), 'nested');
    const annotations = Array.from({ length: 950 }, (_, index) =>
      note(document, [{ block: { ref: '2', range: { start: index, end: 2_990 - index } } }]),
    );
    await service().data(ADD_MANY, { input: { annotations } });
    const query =
      '{ document(by: { slug: "nested" }) { revision { blocks { edges { node { runs(kinds: [ANNOTATION]) { text } } } } } } }';
    for (let time = 0; time < 3; time += 1) {
      // What lies on the first block is read again, while the second is in memory.
      await added(service(), note(document, [{ block: { ref: '1' } }]));
      const { errors } = await service().run(query);
      expect(errors?.map(({ extensions }: Data) => extensions.code)).toEqual(['ANSWER_TOO_LARGE']);
    }
  });

  it('say how much they leave out of a block that carries too much', async () => {
    await importText(service(), 'crowded', 'A crowded place.\n\nAn empty one.', { title: 'Crowded' });
    const document = await documentId(service(), 'crowded');
    const annotations = Array.from({ length: 1_010 }, () => ({
      document,
      targets: [{ block: { ref: '1' } }],
      bodies: [],
    }));
    await service().data(
      'mutation A($input: AddAnnotationsInput!) { addAnnotations(input: $input) { __typename } }',
      { input: { annotations } },
    );
    const blocks = await runsOf('crowded');
    expect(blocks.get('1').runs[0].marks).toHaveLength(1_000);
    expect(blocks.get('1').marksOmitted).toBe(10);
    expect(blocks.get('2').marksOmitted).toBe(0);
    const spans = Array.from({ length: 1_001 }, () => ({
      document,
      targets: [{ range: { start: 0, end: 20 } }],
      bodies: [],
    }));
    await service().data(
      'mutation A($input: AddAnnotationsInput!) { addAnnotations(input: $input) { __typename } }',
      { input: { annotations: spans } },
    );
    await importText(service(), 'crowded', 'A crowded place.\n\nAn empty one.\n\nA third.\n\nA fourth.');
    const late = await added(service(), note(document, [{ quote: { exact: 'third.\n\nA fourth' } }]));
    const revised = await runsOf('crowded');
    expect(revised.get('4')).toMatchObject({
      marksOmitted: 0,
      runs: [
        { text: 'A fourth', marks: [{ id: late.id }] },
        { text: '.', marks: [] },
      ],
    });
    expect(revised.get('2').marksOmitted).toBe(1);
  });

  it('draw an annotation once where two of its targets overlap', async () => {
    const { id } = await added(
      service(),
      note(speech, [
        { block: { ref: '6.2', range: { start: 0, end: 10 } } },
        { block: { ref: '6.2', range: { start: 5, end: 16 } } },
      ]),
    );
    const block = (await runsOf('secret-speech')).get('6.2');
    expect(block.runs.map((run: Data) => run.marks)).toEqual([[{ id }], [{ id }], [{ id }], []]);
  });
});
