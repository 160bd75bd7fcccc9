import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from '../../src/text/graphemes.ts';
import { OffsetIndex, type OffsetUnit } from '../../src/text/offsets.ts';
import { resolveRange } from '../../src/text/range.ts';
import { problemOf } from './problem-of.ts';

const index = new OffsetIndex('a😀e\u0302\u0301 🇵🇱x');

function resolve(start: number, end: number, unit: OffsetUnit = 'CODE_POINT') {
  return resolveRange(index, { start, end, unit });
}

test('turns a range in any unit into UTF-16', () => {
  expect(resolve(1, 5)).toEqual({ start: 1, end: 6 });
  expect(resolve(1, 6, 'UTF16')).toEqual({ start: 1, end: 6 });
  expect(resolve(1, 10, 'UTF8')).toEqual({ start: 1, end: 6 });
  expect(resolve(0, 9)).toEqual({ start: 0, end: index.text.length });
});

test.each([
  [5, 1, 'RANGE_REVERSED', 'The range 5 to 1, in code points, ends before it starts; swap the two offsets.'],
  [
    2,
    2,
    'RANGE_EMPTY',
    'The range 2 to 2, in code points, holds no characters; give an end after its start.',
  ],
  [
    3,
    6,
    'RANGE_SPLITS_GRAPHEME',
    'The range 3 to 6, in code points, starts inside a character that readers see as one; move that offset to 2 or 5.',
  ],
  [
    1,
    7,
    'RANGE_SPLITS_GRAPHEME',
    'The range 1 to 7, in code points, ends inside a character that readers see as one; move that offset to 6 or 8.',
  ],
  [
    0,
    10,
    'OFFSET_OUT_OF_RANGE',
    'Offset 10 is not in the text, which has 9 code points; give a whole number from 0 to 9.',
  ],
])('refuses %i to %i with %s', (start, end, code, message) => {
  const problem = problemOf(() => resolve(start, end));
  expect(problem.code).toBe(code);
  expect(problem.message).toBe(message);
});

test('refuses half a surrogate pair', () => {
  expect(problemOf(() => resolve(0, 2, 'UTF16')).code).toBe('OFFSET_SPLITS_CHARACTER');
});

test('gives no places to move to when the character is enormous', () => {
  const huge = new OffsetIndex(`a${'\u0301'.repeat(1000)}`);
  const problem = problemOf(() => resolveRange(huge, { start: 500, end: 1001, unit: 'UTF16' }));
  expect(problem.message).toMatch(/move that offset out of it\.$/);
});

test('a range that passes has whole characters and a length', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', 'e\u0301', '😀', '🇵', '\u200D', '👩', '\n') });
  fc.assert(
    fc.property(texts, fc.nat(30), fc.nat(30), (text, start, end) => {
      const own = new OffsetIndex(text);
      try {
        const range = resolveRange(own, { start, end, unit: 'CODE_POINT' });
        expect(range.end).toBeGreaterThan(range.start);
        expect(isGraphemeBoundary(text, range.start) && isGraphemeBoundary(text, range.end)).toBe(true);
        expect(own.fromUtf16(range.start, 'CODE_POINT')).toBe(start);
        expect(own.fromUtf16(range.end, 'CODE_POINT')).toBe(end);
      } catch (error) {
        expect(error).toHaveProperty('code', expect.stringMatching(/^(RANGE|OFFSET)_/));
      }
    }),
  );
});
