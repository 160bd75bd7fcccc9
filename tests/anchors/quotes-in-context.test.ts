import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRevisions } from '../../src/anchors/alignment/align-revisions.ts';
import { carryRange } from '../../src/anchors/carry-range.ts';
import { passagesOf } from '../../src/anchors/passages.ts';
import { wordsIn } from '../../src/anchors/unit-range.ts';

/** Carries a quote from one paragraph to what has become of it: its status, and the words there. */
function carry(before: string, after: string, quote: string, language: string): [string, string | null] {
  const start = before.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  const range = { start: { unit: 0, offset: start }, end: { unit: 0, offset: start + quote.length } };
  const carried = carryRange(alignRevisions([before], [after], language), range, quote);
  return [carried.status, carried.range && wordsIn([after], carried.range)];
}

describe('what stands around a quote tells', () => {
  it('a given name from the word that it is', () => {
    const text = (who: string) => `昨日、${who}が図書館で会議を開いた。多くの人が集まった。`;
    const quote = '契約が図書館で会議を開いた';
    expect(carry(text('田中契約'), text('田中協定'), quote, 'ja')).toEqual(['ORPHANED', null]);
    const [status, words] = carry(text('この契約'), text('この協定'), quote, 'ja');
    expect([status, words]).toEqual(['EDITED', '協定が図書館で会議を開いた']);
  });

  it('a unit from another short word', () => {
    const text = (unit: string) => `They took 5 ${unit} of the new drug every day for a week.`;
    expect(carry(text('mg'), text('µg'), 'mg of the new drug', 'en')).toEqual(['ORPHANED', null]);
  });

  it('a German noun from a name', () => {
    const text = (noun: string) => `Am Abend sah er das ${noun} zum ersten Mal.`;
    expect(carry(text('Dhpot'), text('Depot'), 'Dhpot', 'de')).toEqual(['EDITED', 'Depot']);
    const name = (noun: string) => `Am Abend sah er ${noun} zum ersten Mal.`;
    expect(carry(name('Lindau'), name('Landau'), 'Lindau', 'de')).toEqual(['ORPHANED', null]);
  });

  it('an Arabic noun of action from a name', () => {
    const text = (verb: string) => `كان البيت في المدينة مفتوحا وقد تم ${verb} بعد شهر من ذلك.`;
    const [status, words] = carry(text('إغلاقه'), text('إقفاله'), 'إغلاقه بعد شهر من ذلك', 'ar');
    expect([status, words]).toEqual(['EDITED', 'إقفاله بعد شهر من ذلك']);
  });
});

describe('of a word that a quote cuts through the whole is judged', () => {
  it('where it is an everyday word', () => {
    const text = (noun: string) => `这座城市有四座城门和一处认真修理过的${noun}。直到今天还在。`;
    expect(carry(text('住宅'), text('屋子'), '一处认真修理过的住', 'zh')).toEqual([
      'EDITED',
      '一处认真修理过的屋',
    ]);
  });

  it('where it is a name', () => {
    const text = (name: string) => `这座城市有四座城门和一处认真修理过的${name}。直到今天还在。`;
    expect(carry(text('故宫'), text('白宫'), '一处认真修理过的故', 'zh')).toEqual(['ORPHANED', null]);
  });

  it('where it denies', () => {
    const text = (verb: string) => `静かな市場は蔵の近くにあり、鎌田はそれを説明${verb}。道路は遠い。`;
    expect(carry(text('しなかった'), text('した'), 'それを説明しなかっ', 'ja')).toEqual(['ORPHANED', null]);
  });

  it('where it is a number', () => {
    const text = (count: string) => `باع الرجل ${count} برميلا من أجل البيت المشهور في المدينة.`;
    expect(carry(text('٨'), text('٨٬٥٩٠'), '٨', 'ar')).toEqual(['ORPHANED', null]);
    expect(carry(text('٨'), text('٨٫٥'), '٨ برميلا من أجل البيت', 'ar')).toEqual(['ORPHANED', null]);
  });
});

it('what is judged stands in the text as it is judged', () => {
  const word = fc.constantFrom(
    '房子',
    '住宅',
    '仔细',
    '认真',
    '，',
    '。',
    'A社',
    'hello',
    ' ',
    '  ',
    '𠮷野',
    '12,5',
    '的',
  );
  const text = fc.array(word, { minLength: 3, maxLength: 14 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, fc.nat(), fc.integer({ min: 1, max: 9 }), (before, after, from, length) => {
      const start = from % before.length;
      const range = { start: { unit: 0, offset: start }, end: { unit: 0, offset: start + length } };
      range.end.offset = Math.min(before.length, range.end.offset);
      const alignment = alignRevisions([before], [after], 'zh');
      const words = wordsIn([before], range);
      const carried = carryRange(alignment, range, words).range;
      if (carried === null) return;
      const now = { range: carried, words: wordsIn([after], carried) };
      const judged = passagesOf(alignment, { range, words }, now).map(
        (one) => one.before + one.words + one.after,
      );
      expect(before).toContain(judged[0]);
      expect(after).toContain(judged[1]);
    }),
    { numRuns: 2000 },
  );
});
