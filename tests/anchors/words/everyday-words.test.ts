import { allLocales, base, Faker } from '@faker-js/faker';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyserOf } from '../../../src/anchors/words/analysis/analysers.ts';
import { everydayWords } from '../../../src/anchors/words/analysis/everyday-words.ts';
import { tokensOf } from '../../../src/anchors/words/tokens.ts';

/** Whether the words from one place of a text to another are everyday words. */
function areEveryday(text: string, start: number, end: number, language: string | undefined): boolean {
  const tokens = tokensOf(text);
  const placed = tokens.map((token, index) => ({
    token,
    before: tokens[index - 1],
    earlier: tokens[index - 2],
    after: tokens[index + 1],
  }));
  return everydayWords(text, language).are(
    placed.filter(({ token }) => token.start >= start && token.start < end),
  );
}

function isEveryday(word: string, language: string | undefined, before = '', after = ''): boolean {
  const text = before + word + after;
  return areEveryday(text, before.length, before.length + word.length, language);
}

const NAMES = {
  zh: new Faker({ locale: [allLocales.zh_CN, base], seed: 1 }),
  ja: new Faker({ locale: [allLocales.ja, base], seed: 1 }),
};
const AFTER = { zh: '说过，并且', ja: 'はそれを見た' };

describe('the dictionaries of Chinese and Japanese', () => {
  it.each([
    ['zh', '房子 住宅 屋子 市场 合同 道路 学校 修理 描述 购买 经常 仔细 研究 问题 社会 历史'],
    ['ja', '家屋 住宅 書物 市場 契約 道路 学校 修理 説明 購入 しばしば 丁寧 研究 問題 文化 歴史 美しい'],
  ])('know everyday words (%s)', (language, words) => {
    const unknown = words.split(' ').filter((word) => !isEveryday(word, language));
    expect(unknown).toEqual([]);
  });

  it.each(['zh', 'ja'] as const)('take hardly any names for everyday words (%s)', (language) => {
    const faker = NAMES[language];
    const some = (make: () => string): string[] => [...new Set(Array.from({ length: 600 }, make))];
    const names = [
      ...some(() => faker.person.lastName() + faker.person.firstName()),
      ...some(() => faker.person.firstName()).filter(({ length }) => length > 1),
      ...some(() => faker.location.city()),
    ];
    const taken = names.filter((name) => isEveryday(name, language, '', AFTER[language]));
    expect(names.length).toBeGreaterThan(800);
    expect(taken.length / names.length, taken.join(' ')).toBeLessThan(0.02);
  });

  it('tell given names by the family names before them, and units by the numbers', () => {
    expect(isEveryday('希望', 'ja')).toBe(true);
    expect(isEveryday('希望', 'ja', '田中')).toBe(false);
    expect(isEveryday('浩然', 'zh', '他说')).toBe(true);
    expect(isEveryday('浩然', 'zh', '王')).toBe(false);
    expect(isEveryday('研究', 'zh', '三')).toBe(false);
  });

  it('take everyday words for names that companies have', () => {
    expect(['苹果', '联想', '大众'].filter((word) => isEveryday(word, 'zh'))).toEqual([]);
  });

  it('know no words of other languages, or of none', () => {
    expect(isEveryday('住宅', 'ko')).toBe(false);
    expect(isEveryday('住宅', undefined)).toBe(false);
    expect(analyserOf('und')).toBeUndefined();
  });

  it('find every word where it stands, in any text', () => {
    const fragment = fc.oneof(
      fc.constantFrom(
        '住宅',
        '田中希望',
        '王建军',
        '、',
        ' ',
        '\n',
        '１２',
        'A社',
        '𠮷野',
        '\uD842',
        '\uDFB7',
        '😀',
        'きれいな',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
        fc.constantFrom('zh', 'ja'),
        (text, language) => {
          let end = 0;
          for (const word of analyserOf(language)?.wordsOf(text) ?? []) {
            expect(word.start).toBeGreaterThanOrEqual(end);
            expect(text.slice(word.start, word.end)).toBe(word.text);
            end = word.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
