import fc from 'fast-check';
import { graphemeSegments } from 'unicode-segmenter/grapheme';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from '../../src/text/graphemes.ts';

const NASTY = [
  'a',
  '1',
  ' ',
  '\n',
  '\r',
  '\r\n',
  'é',
  '文',
  '\u0301',
  '\u0316',
  '\u0338',
  '\u200B',
  '\u200C',
  '\u200D',
  '\uFE0F',
  '\u20E3',
  '©',
  '🇵',
  '🇱',
  '🇵🇱',
  '👩',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '🏽',
  '❤️‍🔥',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'ᄀ',
  'ᅡ',
  'ᆨ',
  '가',
  '각',
  '\u0600',
  '\u{110BD}',
  'क',
  '्',
  'ि',
  'क्षि',
  '়',
  'ക',
  '്',
  'ක්‍ෂ',
  '\u0E33',
  '\u{1F1E6}',
  '\u{10A3F}',
  '\uD83D',
  '\uDE00',
];

const pieces = fc.constantFrom(...NASTY);
const runs = fc.tuple(pieces, fc.integer({ min: 1, max: 70 })).map(([piece, times]) => piece.repeat(times));
const texts = fc
  .array(fc.oneof({ weight: 8, arbitrary: pieces }, { weight: 1, arbitrary: runs }), { maxLength: 30 })
  .map((parts) => parts.join(''));

function found(text: string): number[] {
  return Array.from({ length: text.length + 1 }, (_, offset) => offset).filter((offset) =>
    isGraphemeBoundary(text, offset),
  );
}

function expected(starts: Iterable<{ index: number }>, text: string): number[] {
  return [...new Set([0, ...Array.from(starts, ({ index }) => index), text.length])];
}

test('agrees with a segmentation of the whole text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(found(text)).toEqual(expected(graphemeSegments(text), text));
    }),
    { numRuns: 2000 },
  );
});

test('agrees with the segmenter of the runtime', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(texts, (text) => {
      expect(found(text)).toEqual(expected(segmenter.segment(text), text));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['flags', '🇵🇱', 4],
  ['marks', '\u0301', Number.POSITIVE_INFINITY],
  ['a family', '👩‍👩‍👧‍👦', 11],
  ['viramas', '\u094D', Number.POSITIVE_INFINITY],
  ['syllables', '각', 1],
])('answers in the middle of a very long run of %s', (_name, piece, length) => {
  const text = piece.repeat(20_000);
  const middle = piece.length * 10_000;
  expect(isGraphemeBoundary(text, middle)).toBe(middle % length === 0);
  for (let offset = middle + 1; offset < middle + piece.length; offset += 1) {
    expect(isGraphemeBoundary(text, offset)).toBe(offset % length === 0);
  }
});

test('a letter after a very long run of marks joins it only by the conjunct rule', () => {
  const marks = '\u0301'.repeat(100_000);
  for (const [text, isBoundary] of [
    [`a${marks}b`, true],
    [`क${marks}क`, true],
    [`क\u094D${marks}क`, false],
    [`a\u094D${marks}क`, true],
    [`👩${marks}\u200D👩`, false],
    [`a${marks}\u200D👩`, true],
  ] as const) {
    const last = [...text].at(-1) ?? '';
    expect(isGraphemeBoundary(text, text.length - last.length)).toBe(isBoundary);
  }
});

test('the ends of a text are boundaries, what is outside is not', () => {
  expect([-1, 0, 0.5, 1, 2, Number.NaN].map((offset) => isGraphemeBoundary('a', offset))).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
  ]);
  expect(isGraphemeBoundary('', 0)).toBe(true);
});
