import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OffsetIndex, type OffsetUnit } from '../../src/text/offsets.ts';
import { problemOf } from './problem-of.ts';

const UNITS: OffsetUnit[] = ['CODE_POINT', 'UTF16', 'UTF8'];

function count(text: string, unit: OffsetUnit): number {
  if (unit === 'UTF16') return text.length;
  return unit === 'UTF8' ? Buffer.byteLength(text) : [...text].length;
}

const characters = fc.constantFrom('a', '\n', 'é', 'ш', '«', '文', '\uFFFD', '😀', '\u{10FFFF}');
const texts = fc
  .tuple(fc.array(characters, { maxLength: 40 }), fc.integer({ min: 1, max: 150 }))
  .map(([pieces, times]) => pieces.join('').repeat(times));

describe('every place between two characters', () => {
  test.each(UNITS)('converts to and from %s as counting from the start does', (unit) => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const index = new OffsetIndex(text);
        const points = [...text];
        const before = points.slice(0, at % (points.length + 1)).join('');
        expect(index.length(unit)).toBe(count(text, unit));
        expect(index.fromUtf16(before.length, unit)).toBe(count(before, unit));
        expect(index.toUtf16(count(before, unit), unit)).toBe(before.length);
      }),
    );
  });

  test('converts around every checkpoint, whether or not a pair lies across it', () => {
    for (const lead of ['', 'a', 'é', 'éa']) {
      const text = lead + 'ab😀ш😀'.repeat(400);
      const index = new OffsetIndex(text);
      const places: number[][] = [];
      const converted: number[][] = [];
      let utf16 = 0;
      let utf8 = 0;
      for (const [codePoint, character] of [...text].entries()) {
        places.push([utf16, utf16, codePoint, utf8]);
        converted.push([
          index.toUtf16(codePoint, 'CODE_POINT'),
          index.toUtf16(utf8, 'UTF8'),
          index.fromUtf16(utf16, 'CODE_POINT'),
          index.fromUtf16(utf16, 'UTF8'),
        ]);
        utf16 += character.length;
        utf8 += Buffer.byteLength(character);
      }
      expect(converted).toEqual(places);
    }
  });
});

test('an empty text has one offset, 0', () => {
  const index = new OffsetIndex('');
  for (const unit of UNITS) {
    expect(index.length(unit)).toBe(0);
    expect(index.toUtf16(0, unit)).toBe(0);
    expect(problemOf(() => index.toUtf16(1, unit)).code).toBe('OFFSET_OUT_OF_RANGE');
  }
});

test('refuses offsets outside the text and says what its length is', () => {
  const index = new OffsetIndex('a😀é');
  for (const offset of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
    for (const unit of UNITS) {
      expect(problemOf(() => index.toUtf16(offset, unit)).code).toBe('OFFSET_OUT_OF_RANGE');
      expect(problemOf(() => index.fromUtf16(offset, unit)).code).toBe('OFFSET_OUT_OF_RANGE');
    }
  }
  expect(problemOf(() => index.toUtf16(4, 'CODE_POINT')).message).toBe(
    'Offset 4 is not in the text, which has 3 code points; give a whole number from 0 to 3.',
  );
  expect(problemOf(() => index.fromUtf16(5, 'UTF8')).message).toContain('4 UTF-16 code units');
});

test('refuses offsets inside a character and says where it starts and ends', () => {
  const index = new OffsetIndex('a😀é');
  const inPair = problemOf(() => index.toUtf16(2, 'UTF16'));
  expect(inPair.code).toBe('OFFSET_SPLITS_CHARACTER');
  expect(inPair.message).toBe(
    'Offset 2, in UTF-16 code units, is inside the character from 1 to 3; give 1 or 3.',
  );
  expect(problemOf(() => index.fromUtf16(2, 'CODE_POINT')).message).toBe(inPair.message);
  for (const offset of [2, 3, 4]) {
    expect(problemOf(() => index.toUtf16(offset, 'UTF8')).message).toContain('from 1 to 5;');
  }
  expect(problemOf(() => index.toUtf16(6, 'UTF8')).message).toContain('from 5 to 7;');
  expect(problemOf(() => new OffsetIndex('éa').toUtf16(1, 'UTF8')).message).toContain('from 0 to 2;');
});

test('every offset is either a place or inside a character', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...UNITS), fc.nat(), (text, unit, at) => {
      const index = new OffsetIndex(text);
      const offset = at % (index.length(unit) + 1);
      let utf16: number;
      try {
        utf16 = index.toUtf16(offset, unit);
      } catch (error) {
        expect(error).toMatchObject({ code: 'OFFSET_SPLITS_CHARACTER' });
        return;
      }
      expect(index.fromUtf16(utf16, unit)).toBe(offset);
    }),
  );
});
