import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCommonWord } from '../../../src/entities/names/common-words.ts';
import { indexedWords, requiredWords, wordsOf } from '../../../src/entities/names/words.ts';
import { isGraphemeBoundary } from '../../../src/text/graphemes.ts';
import { texts } from './texts.ts';

const keysOf = (text: string): string[] => wordsOf(text).map(({ key }) => key);

describe('the words of a text', () => {
  it.each([
    ["Stalin's crimes", ['stalin', "'s", 'crimes']],
    ['Stalin’s', ['stalin', "'s"]],
    ["O'Brien", ['o', 'brien']],
    ["Xi'an", ['xi', 'an']],
    ['P.T. Komarov', ['p', 't', 'komarov']],
    ['de-Stalinization', ['de', 'stalinization']],
    ['Sta\u00ADlin', ['stalin']],
    ['Stalin¹', ['stalin', '^1']],
    ['列宁的遗嘱', ['列', '宁', '的', '遗', '嘱']],
    ['レーニンの遺言', ['レーニン', 'の', '遺', '言']],
    ['สำนัก', ['ส\u0E4D\u0E32', 'นั', 'ก']],
    ['스탈린은 갔다', ['스탈린은', '갔다']],
    ['हिन्दी भाषा', ['हिन्दी', 'भाषा']],
    ['𝒮talin', ['stalin']],
  ])('of %j', (text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  it('stand in order, within the text, apart from each other, and have keys', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { key, start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(key).not.toBe('');
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('cut no character of a script with spaces', () => {
    for (const text of ['e\u0301te\u0301 Stalin\u0301 👩‍👧 Лени́н', 'می‌خواهم هند', 'हिन्दी']) {
      for (const { start, end } of wordsOf(text))
        expect([isGraphemeBoundary(text, start), isGraphemeBoundary(text, end)]).toEqual([true, true]);
    }
  });
});

describe('the index of a text', () => {
  it('has each word once, and the words that it may be a form of', () => {
    expect(indexedWords('Gulags and gulags').sort()).toEqual(['and', 'gulag', 'gulags']);
    expect(indexedWords("Stalin's victories")).toEqual(
      expect.arrayContaining(['stalin', 'victories', 'victory']),
    );
    expect(indexedWords('Хрущёвым, Сталину, Троцкого, в Москве, России')).toEqual(
      expect.arrayContaining(['хрущев', 'сталин', 'троцкии', 'москва', 'россия']),
    );
    expect(indexedWords('스탈린은')).toEqual(['스탈린은', '스탈린']);
  });
});

describe('what a name requires', () => {
  it.each([
    ['Joseph Stalin', ['joseph', 'stalin']],
    ["Lenin's Testament", ['lenin', 'testament']],
    ['Congress of the Victors', ['congress', 'victors']],
    ['The Who', ['the', 'who']],
    ['列宁', ['列', '宁']],
  ])('of %j', (name, words) => {
    expect(requiredWords(name)).toEqual(words);
  });

  it.each(['The', 'X', 'C++', 'A.*', '***', '', "'s", '1956', '列', 'の', '12 34', 'word '.repeat(65)])(
    'is nothing where it is never looked for: %j',
    (name) => {
      expect(requiredWords(name)).toEqual([]);
    },
  );
});

describe('a name is too common', () => {
  it.each([
    ['the', 'en', true],
    ['Und', 'de', true],
    ['Und', 'en', false],
    ['Und', null, true],
    ['и', 'ru', true],
    ['WHO', 'en', false],
    ['Who', 'en', true],
    ['Georgia', 'en', false],
    ['A.', 'en', true],
    ['1917', null, true],
    ['T-34', null, false],
    ['列', 'zh', true],
    ['列宁', 'zh', false],
    ['+', null, true],
  ])('%j in %s: %s', (name, language, isCommon) => {
    expect(isCommonWord(name, language)).toBe(isCommon);
  });
});
