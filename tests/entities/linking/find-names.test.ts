import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/entities/linking/find-names.ts';
import { Lexicon } from '../../../src/entities/linking/lexicon.ts';
import { isCommonWord } from '../../../src/entities/names/common-words.ts';
import { indexedWords, requiredWords } from '../../../src/entities/names/words.ts';
import { isGraphemeBoundary } from '../../../src/text/graphemes.ts';
import { texts } from '../names/texts.ts';
import { entity, found, khrushchev, lenin, stalin, testament, thaw } from './registry.ts';

describe('a name is found', () => {
  const gulag = entity('ORGANIZATION', 'Gulag', 'gulag');
  const komarov = entity('PERSON', 'P. T. Komarov');
  it.each([
    ['in the possessive', [stalin], "after Stalin's death", ['Stalin: Joseph Stalin']],
    ['in the plural', [gulag], 'cities and gulags did', ['gulags: Gulag']],
    ['in a plural in -ies', [entity('CONCEPT', 'victory')], 'their victories', ['victories: victory']],
    [
      'in a case',
      [khrushchev],
      'доклад Хрущёва, с Хрущевым',
      ['Хрущёва: Nikita Khrushchev', 'Хрущевым: Nikita Khrushchev'],
    ],
    ['with a particle', [entity('PERSON', '스탈린')], '스탈린은 갔다', ['스탈린은: 스탈린']],
    ['over a line break', [stalin], 'by Joseph\nStalin', ['Joseph\nStalin: Joseph Stalin']],
    ['but not over an empty line', [entity('PERSON', 'Joseph Stalin')], 'by Joseph\n\nStalin', []],
    ['with initials together', [komarov], 'by P.T. Komarov', ['P.T. Komarov: P. T. Komarov']],
    [
      'with a hyphen',
      [entity('EVENT', 'Brest Litovsk')],
      'at Brest-Litovsk',
      ['Brest-Litovsk: Brest Litovsk'],
    ],
    [
      'with its apostrophe',
      [entity('PERSON', 'Flann O’Brien')],
      "by Flann O'Brien",
      ["Flann O'Brien: Flann O’Brien"],
    ],
    [
      'with its comma',
      [entity('PLACE', 'Washington, D.C.')],
      'in Washington, D.C., in',
      ['Washington, D.C: Washington, D.C.'],
    ],
    ['but not with a comma', [entity('PERSON', 'Joseph Stalin')], 'Joseph, Stalin', []],
    ['but not over a full stop', [entity('PERSON', 'Joseph Stalin')], 'It was Joseph. Stalin', []],
    ['in capitals', [stalin], 'JOSEPH STALIN SPOKE', ['JOSEPH STALIN: Joseph Stalin']],
    [
      'without its accents',
      [entity('PERSON', 'Antonín Dvořák')],
      'Antonin Dvorak',
      ['Antonin Dvorak: Antonín Dvořák'],
    ],
    ['before a footnote', [stalin], 'Stalin¹ and', ['Stalin: Joseph Stalin']],
    ['in another script', [entity('PERSON', 'ستالين')], 'قال ستالين، نعم', ['ستالين: ستالين']],
    [
      'with its middle dot',
      [entity('PERSON', 'ヨシフ・スターリン')],
      'ヨシフ＝スターリンの',
      ['ヨシフ＝スターリン: ヨシフ・スターリン'],
    ],
    ['but not within a word', [lenin], 'Leningrad, レーニングラード', []],
  ])('%s', (_, entries, text, expected) => {
    expect(found(entries, text)).toEqual(expected);
  });
});

describe('case', () => {
  const entries = [
    entity('ORGANIZATION', 'Narodnyi komissariat', 'ABBREVIATION NKVD'),
    entity('ORGANIZATION', 'World Health Organization', 'ABBREVIATION WHO'),
    entity('PLACE', 'United States', 'US'),
    entity('PERSON', 'Robert Frost', 'SURNAME frost'),
    entity('EVENT', 'Congress of Victors'),
  ];
  it.each([
    ['NKVD, nkvd, Nkvd, the NKVDs', ['NKVD', 'NKVDs']],
    ['WHO, who, Who', ['WHO']],
    ['US, us, Us', ['US']],
    ['Frost, FROST, frost', ['Frost', 'FROST']],
    ['Congress Of Victors; congress of victors; Congress of victors', ['Congress Of Victors']],
  ])('in %j', (text, expected) => {
    expect(found(entries, text).map((one) => one.split(':')[0])).toEqual(expected);
  });
});

describe('a name is never looked for', () => {
  it.each(['The', 'X', 'C++', 'A.*', '1956', '列', '**'])('that says too little: %j', (name) => {
    expect(found([entity('WORK', name)], `${name} the x C c A a 1956 列宁 ${name}`)).toEqual([]);
  });
});

describe('nested names', () => {
  it.each([
    [
      'are both found',
      [testament, lenin],
      "Lenin's Testament",
      ["Lenin's Testament: Lenin's Testament", 'Lenin: Vladimir Lenin'],
    ],
    [
      'of an event',
      [thaw, khrushchev],
      'the Khrushchev Thaw',
      ['Khrushchev Thaw: Khrushchev Thaw', 'Khrushchev: Nikita Khrushchev'],
    ],
    ['of the same entity are one', [stalin], 'Joseph Stalin', ['Joseph Stalin: Joseph Stalin']],
    [
      'of persons are one',
      [stalin, entity('PERSON', 'Svetlana Alliluyeva', 'SURNAME Stalin')],
      'Joseph Stalin',
      ['Joseph Stalin: Joseph Stalin'],
    ],
    [
      'that cross give way to the longer',
      [entity('PLACE', 'New York'), entity('WORK', 'York City Times')],
      'New York City Times',
      ['York City Times: York City Times'],
    ],
    [
      'that cross and are equally long give way to the earlier',
      [entity('PLACE', 'New York'), entity('PLACE', 'York City')],
      'New York City',
      ['New York: New York'],
    ],
    [
      'of several entities are one stretch',
      [entity('PLACE', 'Georgia'), { ...entity('PLACE', 'Georgia'), entityId: 'US-GA' }],
      'in Georgia',
      ['Georgia: Georgia, US-GA'],
    ],
  ])('%s', (_, entries, text, expected) => {
    expect(found(entries, text)).toEqual(expected);
  });
});

it('says where a name ends within a word of a script without spaces', () => {
  const isCut = (text: string) =>
    findNames(Lexicon.from([lenin, stalin]), text, 'zh').map((stretch) => stretch.isCut);
  expect(isCut('列宁的遗嘱')).toEqual([false]);
  expect(isCut('斯大林和赫鲁晓夫')).toEqual([false]);
  expect(isCut('列宁格勒是城市')).toEqual([true]);
  expect(isCut(`${'在'.repeat(3_000)}列宁`)).toEqual([false]);
});

it('says how a name is written', () => {
  const [first] = findNames(Lexicon.from([entity('PERSON', 'Dvořák')]), 'Dvorak', 'en');
  expect(first?.candidates).toMatchObject([{ nameKind: 'PREFERRED', inflected: false, respelled: true }]);
  const [second] = findNames(Lexicon.from([stalin]), 'Stalins', 'de');
  expect(second?.candidates).toMatchObject([{ nameKind: 'SURNAME', inflected: true, respelled: false }]);
});

describe('whatever the text', () => {
  const lexicon = (names: string[]): Lexicon =>
    Lexicon.from(names.map((name, index) => ({ ...entity('CONCEPT', name), entityId: String(index) })));

  it('has the words that a name found in it requires', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), texts, (names, text) => {
        const whole = `${text} ${names.map((name) => `${name}s ${name.toUpperCase()}а, ${name}`).join(' ')}`;
        const indexed = new Set(indexedWords(whole));
        for (const { candidates } of findNames(lexicon(names), whole, 'en'))
          for (const { entityId } of candidates) {
            const required = requiredWords(names[Number(entityId)] ?? '');
            expect(required.length).toBeGreaterThan(0);
            expect(required.filter((word) => !indexed.has(word))).toEqual([]);
          }
      }),
      { numRuns: 2_000 },
    );
  });

  it('stretches lie in order, within it, on whole characters, and none crosses another', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 8 }), texts, (names, text) => {
        const whole = text + names.join(' ');
        const stretches = findNames(lexicon(names), whole, 'zh');
        const open: number[] = [];
        let before = 0;
        for (const { start, end, candidates } of stretches) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(isGraphemeBoundary(whole, start) && isGraphemeBoundary(whole, end)).toBe(true);
          expect(end > start && candidates.length > 0).toBe(true);
          while ((open.at(-1) ?? whole.length) <= start && open.length > 0) open.pop();
          expect(end).toBeLessThanOrEqual(open.at(-1) ?? whole.length);
          open.push(end);
          before = start;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('a name that is looked for is found in a text that is the name', () => {
    fc.assert(
      fc.property(texts, (name) => {
        const isWhole = isGraphemeBoundary(name, 0);
        const [only] = findNames(lexicon([name]), ` ${name} `, 'en');
        if (only === undefined && isWhole && !isCommonWord(name, null) && /^[\p{L} ]+$/u.test(name))
          expect(requiredWords(name)).toEqual([]);
      }),
    );
  });
});
