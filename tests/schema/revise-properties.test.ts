import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary } from '../../src/text/graphemes.ts';
import { ADD_MANY, documentId, importText, note } from '../support/annotations.ts';
import { revise } from '../support/revising.ts';
import { type Data, type Service, useService } from '../support/service.ts';

const service = useService({ sample: false });

/** Few words, so that many stand in several places; some of them of more than one code point a character. */
const word = fc.constantFrom(
  ...[
    'the',
    'ship',
    'sailed',
    'not',
    'on',
    '1921',
    'Anna',
    'а',
    'море',
    'λόγος',
    '船',
    '👩‍🚀',
    '🇫🇷',
    'e\u0301\u0302',
    'नमस्ते',
    'end.',
  ],
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));

type Edit =
  | { kind: 'replace' | 'insert'; at: number; words: string }
  | { kind: 'remove' | 'double' | 'merge' | 'split'; at: number }
  | { kind: 'move'; at: number; to: number }
  | { kind: 'mend'; at: number; to: number; words: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('replace' as const, 'insert' as const),
    at: fc.nat(9),
    words: paragraph,
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'double', 'merge', 'split'), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(9), to: fc.nat(9) }),
  fc.record({ kind: fc.constant('mend' as const), at: fc.nat(9), to: fc.nat(30), words: word }),
);

function apply(paragraphs: readonly string[], change: Edit): string[] {
  const at = change.at % paragraphs.length;
  const own = paragraphs[at] ?? '';
  const words = own.split(' ');
  switch (change.kind) {
    case 'replace':
      return paragraphs.toSpliced(at, 1, change.words);
    case 'insert':
      return paragraphs.toSpliced(at, 0, change.words);
    case 'remove':
      return paragraphs.length === 1 ? [...paragraphs] : paragraphs.toSpliced(at, 1);
    case 'double':
      return paragraphs.toSpliced(at, 0, own);
    case 'merge':
      return at + 1 < paragraphs.length
        ? paragraphs.toSpliced(at, 2, `${own} ${paragraphs[at + 1]}`)
        : [...paragraphs];
    case 'split': {
      const half = Math.ceil(words.length / 2);
      const parts = [words.slice(0, half), words.slice(half)].filter((part) => part.length > 0);
      return paragraphs.toSpliced(at, 1, ...parts.map((part) => part.join(' ')));
    }
    case 'move':
      return paragraphs.toSpliced(at, 1).toSpliced(change.to % paragraphs.length, 0, own);
    case 'mend':
      return paragraphs.toSpliced(at, 1, words.with(change.to % words.length, change.words).join(' '));
  }
}

interface Seen {
  text: string;
  annotations: { id: string; anchors: Data[] }[];
}

async function see(of: Service, slug: string, ids: readonly string[]): Promise<Seen> {
  const { document, nodes } = await of.data(
    `query See($slug: String!, $ids: [ID!]!) { document(by: {slug: $slug}) { revision { text } } nodes(ids: $ids) {
      ... on Annotation { id anchors { status score quote { exact } range { start(unit: UTF16) end(unit: UTF16) } } } } }`,
    { slug, ids },
  );
  return { text: document.revision.text, annotations: nodes };
}

/** What must be so of every anchor in every revision. */
function checkAnchors({ text, annotations }: Seen): void {
  for (const { anchors } of annotations) {
    expect(anchors).toHaveLength(1);
    const { status, score, quote, range } = anchors[0];
    expect(range === null).toBe(status === 'ORPHANED' || status === 'AMBIGUOUS');
    expect(score >= 0 && score <= 1).toBe(true);
    if (range === null) continue;
    const words = text.slice(range.start, range.end);
    expect([range.start, range.end].every((place) => isGraphemeBoundary(text, place))).toBe(true);
    expect(words).not.toBe('');
    if (status === 'EXACT' || status === 'MOVED') expect(words).toBe(quote.exact);
    if (status === 'EDITED') expect(words).not.toBe(quote.exact);
  }
}

/** Ranges of a text whose ends cut no character, of all sizes. */
function rangesIn(text: string, seeds: readonly [number, number][]): { start: number; end: number }[] {
  return seeds.flatMap(([from, length]) => {
    let start = from % text.length;
    while (!isGraphemeBoundary(text, start)) start -= 1;
    let end = Math.min(text.length, start + 1 + length);
    while (!isGraphemeBoundary(text, end)) end += 1;
    return text.slice(start, end).trim() === '' ? [] : [{ start, end }];
  });
}

let documents = 0;

async function annotated(
  paragraphs: readonly string[],
  seeds: readonly [number, number][],
): Promise<{ slug: string; document: string; ids: string[] }> {
  documents += 1;
  const slug = `random-${documents}`;
  const { revision } = await importText(service(), slug, paragraphs.join('\n\n'), { title: 'Random' });
  const document = await documentId(service(), slug);
  const annotations = rangesIn(revision.text, seeds).map((range) =>
    note(document, [{ range: { ...range, unit: 'UTF16' } }]),
  );
  const { addAnnotations } = await service().data(ADD_MANY, { input: { annotations } });
  return { slug, document, ids: addAnnotations.results.map(({ annotation }: Data) => annotation.id) };
}

const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });
const seeds = fc.array(fc.tuple(fc.nat(2_000), fc.oneof(fc.nat(12), fc.nat(300))), {
  minLength: 1,
  maxLength: 20,
});

describe('any sequence of edits', () => {
  it('leaves every anchor honest, and with its inverse where it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        paragraphs,
        seeds,
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        async (first, places, steps) => {
          const { slug, document, ids } = await annotated(first, places);
          const before = await see(service(), slug, ids);
          const texts = [first];
          for (const edits of steps) texts.push(edits.reduce(apply, texts.at(-1) ?? first));
          let baseRevision = 1;
          for (const text of [...texts.slice(1), ...texts.toReversed().slice(1)]) {
            const result = await revise(service(), { document, baseRevision, text: text.join('\n\n') });
            expect(result.__typename).toBe('ReviseDocumentPayload');
            baseRevision = result.revision.number;
            checkAnchors(await see(service(), slug, ids));
          }
          expect(await see(service(), slug, ids)).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is told by changesSince so that it leads from one text to the other', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.array(edit, { minLength: 1, maxLength: 5 }), async (first, edits) => {
        const { slug, document } = await annotated(first, []);
        const second = edits.reduce(apply, first);
        const result = await revise(service(), { document, baseRevision: 1, text: second.join('\n\n') });
        const { document: shown } = await service().data(
          `query Changes($slug: String!, $number: Int!) { document(by: {slug: $slug}) { revision(number: $number) {
              changesSince(number: 1) { kind before { ordinal text } after { ordinal text } } } } }`,
          { slug, number: result.revision.number },
        );
        const changes: Data[] = shown.revision.changesSince;
        const gone = changes.filter(({ before }) => before !== null).map(({ before }) => before.ordinal);
        const come = changes.filter(({ after }) => after !== null).map(({ after }) => after.ordinal);
        expect(new Set(gone).size).toBe(gone.length);
        expect(come).toEqual(come.toSorted((a, b) => a - b));
        const words = (texts: readonly string[], without: readonly number[]) =>
          texts.map((text) => text.normalize('NFC')).filter((_, index) => !without.includes(index));
        expect(words(second, come)).toEqual(words(first, gone));
      }),
      { numRuns: 25 },
    );
  });
});
