import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src/entities/names/name-key.ts';
import { texts } from './texts.ts';

describe('two spellings of a name have one key', () => {
  it.each([
    ['Stalin', 'STALIN'],
    ['Hrušovský', 'hrusovsky'],
    ['Хрущёв', 'хрущев'],
    ['Strauß', 'STRAUSS'],
    ['  Joseph\n\tStalin ', 'joseph stalin'],
    ['“Secret” Speech', '"secret" speech'],
    ['«Правда»', '"правда"'],
    ['O’Brien', "o'brien"],
    ['Brest–Litovsk', 'brest-litovsk'],
    ['Ⅳ', 'iv'],
    ['ｽﾀｰﾘﾝ', 'スターリン'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['Γεώργιος', 'γεωργιοσ'],
    ['１９５６', '1956'],
  ])('%j and %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['が', 'か'],
    ['हिन्दी', 'हन्द'],
    ['สี', 'ส'],
    ['C++', 'C'],
    ['A.*', 'A'],
  ])('but not %j and %j', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

it('keeps Hangul in syllables', () => {
  expect(nameKey('스탈린')).toBe('스탈린');
});

it('changes nothing in what it made, whatever the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
    }),
    { numRuns: 5_000 },
  );
});
