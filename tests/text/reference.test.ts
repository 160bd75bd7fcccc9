import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReference, parseReference, type Reference } from '../../src/text/reference.ts';
import { isSlug } from '../../src/text/slug.ts';
import { problemOf } from './problem-of.ts';

const place = (
  slug: string,
  revision: number | null,
  ref: string | null,
  lastRef: string | null = null,
  range: Reference['range'] = null,
): Reference => ({ slug, revision, ref, lastRef, range });

test.each<[string, Reference]>([
  ['secret-speech@1:5.2@17-42', place('secret-speech', 1, '5.2', null, { start: 17, end: 42 })],
  ['secret-speech@1:5.2', place('secret-speech', 1, '5.2')],
  ['secret-speech@12', place('secret-speech', 12, null)],
  ['secret-speech:5.2', place('secret-speech', null, '5.2')],
  ['secret-speech', place('secret-speech', null, null)],
  ['1956@1:10@0-1', place('1956', 1, '10', null, { start: 0, end: 1 })],
  ['secret-speech@1:5.2@17-5.4@3', place('secret-speech', 1, '5.2', '5.4', { start: 17, end: 3 })],
  ['secret-speech@1:5.9@0-5.10@1', place('secret-speech', 1, '5.9', '5.10', { start: 0, end: 1 })],
  ['secret-speech@1:5@9-5.2@4', place('secret-speech', 1, '5', '5.2', { start: 9, end: 4 })],
  ['secret-speech@1:5.2-5.4', place('secret-speech', 1, '5.2', '5.4')],
  ['secret-speech@1:5.2.7-6', place('secret-speech', 1, '5.2.7', '6')],
  ['secret-speech:5-6', place('secret-speech', null, '5', '6')],
])('reads and writes %s', (text, reference) => {
  expect(parseReference(text)).toEqual(reference);
  expect(formatReference(reference)).toBe(text);
});

test.each([
  ['a@1:5.2@3-5.2@7', 'a@1:5.2@3-7'],
  ['a@1:5.2-5.2', 'a@1:5.2'],
  ['a:5.2-5.2', 'a:5.2'],
])('reads %s, which names one block twice, as %s', (text, canonical) => {
  expect(formatReference(parseReference(text))).toBe(canonical);
});

test.each([
  ['a@1:5.2@17-5.4', /offset at one of its ends only/],
  ['a@1:5.2-5.4@3', /offset at one of its ends only/],
  ['a@1:5.2@17', /offset at one of its ends only/],
  ['a@1:5.4@3-5.2@17', /blocks in the wrong order/],
  ['a@1:5.10-5.9', /blocks in the wrong order/],
  ['a@1:6-5.9', /blocks in the wrong order/],
  ['a@1:5-5.9', /one of which is in the other; name the outer one alone/],
  ['a@1:5.9-5', /one of which is in the other; name the outer one alone/],
  ['a@1:5.2@7-5.2@3', /the first less than the second/],
  ['a:5.2@17-5.4@3', /offsets without a revision/],
  ['a@1:5.2-5.0', /no block number/],
])('says of %s what is wrong', (text, fault) => {
  expect(problemOf(() => parseReference(text)).message).toMatch(fault);
});

test.each([
  '',
  '@1',
  ':5.2',
  'Secret-Speech',
  'secret--speech',
  '-a',
  'a-',
  'a b',
  ' a',
  'a\n',
  'ł',
  'a@',
  'a@0',
  'a@01',
  'a@-1',
  'a@1.5',
  'a@9007199254740993',
  'a:',
  'a:0',
  'a:01',
  'a:5.',
  'a:.5',
  'a:5..2',
  'a:5.0',
  'a:9007199254740993',
  'a@1:5@',
  'a@1:5@3',
  'a@1:5@3-3',
  'a@1:5@4-3',
  'a@1:5@00-3',
  'a@1:5@0-03',
  'a@1:5@0-9007199254740993',
  'a@1@0-3',
  'a:5@0-3',
  'a@1:5@0-3x',
  'a@1:5-',
  'a@1:-5',
  'a@1:5--6',
  'a@1:5-6-7',
  'a@1:5@1-6@0',
  'a@1:5@1-6@02',
  'a@1:5@1-6@2@3',
  'a@1:5@1-6@2-3',
  'a@1:5 - 6',
  'a@1:5-9007199254740993',
  'a@1-2',
  'x'.repeat(101),
])('refuses %j', (text) => {
  const problem = problemOf(() => parseReference(text));
  expect(problem.code).toBe('REFERENCE_MALFORMED');
  expect(problem.message).toContain('write one like secret-speech@1:5.2@17-42');
});

const positive = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.maxSafeInteger().filter((value) => value > 0),
);
const slugs = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 8 })
  .map((words) => words.join('-'))
  .filter(isSlug);
const refs = fc.array(positive, { minLength: 1, maxLength: 8 }).map((positions) => positions.join('.'));
const ranges = fc
  .tuple(fc.oneof(fc.nat(300), fc.maxSafeNat()), positive)
  .filter(([start, end]) => start < end)
  .map(([start, end]) => ({ start, end }));
/** Blocks one after the other: the same down to a depth, and there the second is later. */
const blocksInOrder = fc
  .tuple(
    fc.array(positive, { maxLength: 3 }),
    fc.array(positive, { maxLength: 3 }),
    fc.array(positive, { maxLength: 3 }),
  )
  .chain(([above, below, belowOther]) =>
    fc
      .tuple(positive, positive)
      .filter(([place, other]) => place < other)
      .map(([place, other]) => ({
        ref: [...above, place, ...below].join('.'),
        lastRef: [...above, other, ...belowOther].join('.'),
      })),
  );
const references: fc.Arbitrary<Reference> = fc.oneof(
  fc.record({
    slug: slugs,
    revision: fc.option(positive),
    ref: fc.option(refs),
    lastRef: fc.constant(null),
    range: fc.constant(null),
  }),
  fc.record({ slug: slugs, revision: positive, ref: refs, lastRef: fc.constant(null), range: ranges }),
  fc
    .tuple(slugs, fc.option(positive), blocksInOrder)
    .map(([slug, revision, blocks]) => ({ slug, revision, ...blocks, range: null })),
  fc
    .tuple(slugs, positive, blocksInOrder, fc.nat(), positive)
    .map(([slug, revision, blocks, start, end]) => ({ slug, revision, ...blocks, range: { start, end } })),
);

describe('reading and writing', () => {
  test('what is written reads back equal', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(parseReference(formatReference(reference))).toEqual(reference);
      }),
    );
  });

  const letters = fc.constantFrom('a', '1', '0', '2', '-', '@', ':', '.');
  const isRead = (text: string): boolean => {
    try {
      parseReference(text);
      return true;
    } catch (error) {
      expect(error).toHaveProperty('code', 'REFERENCE_MALFORMED');
      expect(error).toHaveProperty(
        'message',
        expect.stringMatching(/^The reference [^\n]+; write one like .+\.$/),
      );
      return false;
    }
  };
  /** What can be read is its own canonical form, or names one block twice and is read as what names it once. */
  const expectCanonical = (text: string): void => {
    if (!isRead(text)) return;
    const reference = parseReference(text);
    const canonical = formatReference(reference);
    expect(parseReference(canonical)).toEqual(reference);
    const once = text.replace(/:([^@-]+)-\1$/, ':$1').replace(/:([^@-]+)(@\d+)-\1@(\d+)$/, ':$1$2-$3');
    expect(canonical).toBe(once);
  };

  test('what can be read is written in the same meaning, and nothing else is read', () => {
    fc.assert(fc.property(fc.string({ unit: letters, maxLength: 14 }), expectCanonical), { numRuns: 5000 });
  });

  test('so is what a slip of the finger makes of a reference', () => {
    const slips = fc.tuple(references, fc.nat(), fc.nat(3), fc.oneof(letters, fc.string({ maxLength: 2 })));
    fc.assert(
      fc.property(slips, ([reference, at, taken, put]) => {
        const text = formatReference(reference);
        const place = at % (text.length + 1);
        expectCanonical(`${text.slice(0, place)}${put}${text.slice(place + taken)}`);
      }),
      { numRuns: 5000 },
    );
  });
});

test('refuses to write what could not be read', () => {
  const whole: Reference = place('a', 1, '5', null, { start: 0, end: 2 });
  for (const change of [
    { slug: 'a@1' },
    { revision: 0 },
    { revision: 1.5 },
    { revision: null },
    { ref: null },
    { ref: '5@1-2' },
    { range: { start: 2, end: 2 } },
    { range: { start: -1, end: 2 } },
    { range: { start: Number.NaN, end: 2 } },
    { lastRef: '5' },
    { lastRef: '4' },
    { lastRef: '5.1', range: null },
    { ref: null, lastRef: '6', range: null },
    { lastRef: '6', range: { start: 3, end: 0 } },
  ]) {
    expect(problemOf(() => formatReference({ ...whole, ...change })).code).toBe('REFERENCE_MALFORMED');
  }
});
