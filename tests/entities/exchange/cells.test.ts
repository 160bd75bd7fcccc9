import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, readNames, unguard, writeNames } from '../../../src/entities/exchange/csv/cells.ts';

const odd = fc.string({
  unit: fc.constantFrom('a', 'Я', '|', '@', '\\', "'", '=', '-', '"', ',', '\n', ' ', '👩‍🚀', 'ש'),
});

describe('names in a cell', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['Koba', [{ text: 'Koba', language: null }]],
    [
      'Koba|Сталин@ru|Сосо@sr-latn',
      [
        { text: 'Koba', language: null },
        { text: 'Сталин', language: 'ru' },
        { text: 'Сосо', language: 'sr-Latn' },
      ],
    ],
    [String.raw`a\@b`, [{ text: 'a@b', language: null }]],
    [String.raw`a\@b@en`, [{ text: 'a@b', language: 'en' }]],
    ['a@b@en', [{ text: 'a@b', language: 'en' }]],
    [String.raw`AC\|DC`, [{ text: 'AC|DC', language: null }]],
    [String.raw`AC\DC`, [{ text: String.raw`AC\DC`, language: null }]],
    [
      String.raw`AC\\|DC`,
      [
        { text: 'AC\\', language: null },
        { text: 'DC', language: null },
      ],
    ],
    [
      'a||b',
      [
        { text: 'a', language: null },
        { text: '', language: null },
        { text: 'b', language: null },
      ],
    ],
  ])('are read: %j', (cell, names) => {
    expect(readNames(cell)).toEqual(names);
  });

  it('are refused with what is no language after an @', () => {
    expect(() => readNames('ok|me@example')).toThrow(
      '"example" after the @ in "me@example" is not a language tag; give a BCP 47 tag such as en, ru or pt-BR, or write \\@ where the @ belongs to the name.',
    );
  });

  it('come back as they were written', () => {
    const name = fc.record({
      text: odd.filter((text) => text.trim() !== ''),
      language: fc.constantFrom(null, 'ru', 'pt-BR'),
    });
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(readNames(writeNames(names))).toEqual(names);
      }),
    );
  });
});

describe('cells that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-0043', '@SUM(A1)', '\t=1', '＝1', "'=1"])('are made text: %j', (text) => {
    expect(guard(text)).toBe(`'${text}`);
  });

  it.each(['', "'Abd al-Malik", "O'Brien", '1-2', "''"])('are others not: %j', (text) => {
    expect([guard(text), unguard(text)]).toEqual([text, text]);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(unguard(guard(text))).toBe(text);
      }),
    );
  });
});
