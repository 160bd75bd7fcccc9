import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../../src/citations/matching/reference.ts';
import { InputInvalid } from '../../../src/problem.ts';

const wordsIn = (text: string) =>
  readReference(text)
    .words.filter(({ isOptional }) => !isOptional)
    .map(({ key }) => key);
const datesIn = (text: string) =>
  readReference(text).dates.map(
    ({ year, month, day, suffix }) =>
      [year, month, day].filter((part) => part !== null).join('-') + (suffix ?? ''),
  );
const locatorIn = (text: string) => {
  const { locator } = readReference(text);
  return locator === null ? null : `${locator.label} ${locator.text}`;
};
const namesIn = (text: string) =>
  readReference(text).names.map(({ family, given }) => (given === null ? family : `${family}, ${given}`));

describe('readReference', () => {
  it.each([
    ['Getty 1985', ['1985']],
    ['Getty 1985a', ['1985a']],
    ['(Getty, 1985b)', ['1985b']],
    ['New York Times, June 5, 1956', ['1956-6-5']],
    ['5 June 1956', ['1956-6-5']],
    ['(1956, June 5)', ['1956-6-5']],
    ['1956 Jun 5', ['1956-6-5']],
    ['1956-06-05', ['1956-6-5']],
    ['1956-06', ['1956-6']],
    ['Reuters, March 1956', ['1956-3']],
    ['5. Juni 1956', ['1956-6-5']],
    ['März 1956', ['1956-3']],
    ['05.06.1956', ['1956-6-5']],
    ['le 5 juin 1956', ['1956-6-5']],
    ['5 июня 1956 г.', ['1956-6-5']],
    ['6/5/1956', ['1956-6-5', '1956-5-6']],
    ['1956–1958', ['1956', '1958']],
    ['1956/57', ['1956', '1957']],
    ['Orwell, 1984, Signet 1990', ['1984', '1990']],
    ['n.d.', []],
    ['12345', []],
    ['Room 985', []],
  ])('reads the dates of %s', (text, dates) => {
    expect(datesIn(text)).toEqual(dates);
  });

  it.each(['Roberts n.d.', 'Roberts (o. J.)', 'Roberts, s.d.', 'Робертс, б. г.', 'Roberts, no date'])(
    'reads that %s has no date',
    (text) => {
      expect(readReference(text)).toMatchObject({ isUndated: true, dates: [] });
      expect(wordsIn(text)).toHaveLength(1);
    },
  );

  it.each([
    ['Kolakowski, 1978, p. 3', 'PAGE 3'],
    ['Kolakowski 1978, pp. 3–5', 'PAGE 3-5'],
    ['Kolakowski 1978: 3', 'PAGE 3'],
    ['(Kolakowski 1978, 12)', 'PAGE 12'],
    ['Kolakowski 1978, S. 12', 'PAGE 12'],
    ['Колаковский 1978, с. 5', 'PAGE 5'],
    ['Kolakowski 1978, vol. 1, p. 3', 'PAGE 3'],
    ['Kolakowski 1978, vol. 1', 'VOLUME 1'],
    ['Kolakowski 1978, Bd. 2', 'VOLUME 2'],
    ['Kolakowski 1978, ch. 2', 'CHAPTER 2'],
    ['Kolakowski 1978, Kap. IV', 'CHAPTER IV'],
    ['Kolakowski 1978, гл. 2', 'CHAPTER 2'],
    ['Kolakowski 1978, § 4', 'SECTION 4'],
    ['Kolakowski 1978, ¶ 4', 'PARAGRAPH 4'],
    ['Kolakowski 1978, fig. 3', 'FIGURE 3'],
    ['Kolakowski 1978, n. 7', 'NOTE 7'],
    ['Kolakowski 1978, fol. 7r', 'FOLIO 7r'],
    ['Duden, s.v. "Quelle"', 'SUB_VERBO Quelle'],
    ['p. 1985', 'PAGE 1985'],
    ['Kolakowski 1978', null],
    ['Smith, P. 1985', null],
    ['Smith, L. 1985', null],
    ['Orwell, 1984, 1990', null],
  ])('reads the place of %s', (text, locator) => {
    expect(locatorIn(text)).toBe(locator);
  });

  it('takes no page for a year, and no year for a page', () => {
    expect(datesIn('Kolakowski 1978, p. 1985')).toEqual(['1978']);
    expect(datesIn('Kolakowski, p. 1985')).toEqual([]);
    expect(datesIn('Getty 1985, pp. 1123–1145')).toEqual(['1985']);
    expect(datesIn('Smith, P. 1985')).toEqual(['1985']);
  });

  it.each([
    ['Getty, J. Arch. 1985', ['Getty, J. Arch']],
    ['J. Arch Getty (1985)', ['Getty, J. Arch']],
    ['Getty, J. A., & Roberts, G. (1985)', ['Getty, J. A.', 'Roberts, G.']],
    ['Getty JA, Roberts G 1985', ['Getty, JA', 'Roberts, G']],
    ['Getty and Roberts 1985', ['Getty', 'Roberts']],
    ['Getty und Roberts 1985', ['Getty', 'Roberts']],
    ['Getty et Roberts 1985', ['Getty', 'Roberts']],
    ['Гетти и Робертс 1985', ['Гетти', 'Робертс']],
    ['Getty et al. 1985', ['Getty']],
    ['Getty, ed., 1985', ['Getty']],
    ['Хрущёв, Н. С. 1956', ['Хрущёв, Н. С.']],
  ])('reads the names of %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    ['doi:10.2307/2499177', '10.2307/2499177'],
    ['https://doi.org/10.2307/2499177.', '10.2307/2499177'],
    ['Getty 1985. http://dx.doi.org/10.1000/ABC', '10.1000/abc'],
    ['10.1000%2Fabc', '10.1000/abc'],
  ])('reads the DOI of %s', (text, doi) => {
    expect(readReference(text)).toMatchObject({ doi, url: null });
  });

  it('reads an ISBN, an address and a key', () => {
    expect(readReference('Getty 1985, ISBN 978-0-521-33570-6')).toMatchObject({
      isbn: '9780521335706',
      dates: [{ year: 1985 }],
    });
    expect(readReference('see https://example.org/a?b=1.')).toMatchObject({
      url: 'https://example.org/a?b=1',
    });
    expect(readReference('www.example.org/a')).toMatchObject({ url: 'https://www.example.org/a' });
    expect(readReference(' getty1985 ')).toMatchObject({ key: 'getty1985', dates: [{ year: 1985 }] });
    expect(readReference('Getty 1985').key).toBeNull();
  });

  it('reads titles in quotation marks and italics', () => {
    expect(readReference('Getty, “Party and Purge,” *Slavic Review* 1983').titles).toEqual([
      'Party and Purge,',
      'Slavic Review',
    ]);
    expect(readReference('Гетти, «Партия», 1983').titles).toEqual(['Партия']);
  });

  it('leaves words without those of references, each once', () => {
    expect(wordsIn('Getty et al. (eds.), The Getty Book, vol. 2, pp. 3–4, retrieved 1985')).toEqual([
      'getty',
      'book',
    ]);
  });

  it('keeps a name that is a little word or a month', () => {
    expect(readReference('Will 1985').words[0]).toMatchObject({ key: 'will', isOptional: false });
    expect(readReference('March 1958').words).toContainEqual(
      expect.objectContaining({ key: 'march', isOptional: true }),
    );
  });

  it('refuses more than 2,000 characters', () => {
    expect(() => readReference('a'.repeat(2_001))).toThrow(InputInvalid);
    expect(() => readReference('a'.repeat(10_000))).toThrow(InputInvalid);
    expect(readReference('𝔞'.repeat(2_000)).words).toHaveLength(1);
  });

  it('takes a suffix that stands alone for a name', () => {
    for (const given of ['V', 'iii', 'Jr', 'V, 1956', 'V and Getty 1985'])
      expect(readReference(given).names[0]?.family).toBe(given.split(/[ ,]/)[0]);
  });

  it('never fails on what is no reference', () => {
    const pieces = fc.constantFrom(
      '1985',
      'p.',
      ' ',
      ',',
      '10.1000/',
      '978-',
      '(',
      '“',
      '*',
      'June',
      '5',
      '/',
      '.',
      '-',
      'é',
      '毛',
      '👩‍👩‍👧',
      '\0',
      '\ud800',
      'van',
      'V',
      'Jr',
      '§',
      'ISBN',
      'http://',
      '&',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 200 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const { words, dates } = readReference(given);
        expect(words.length).toBeLessThanOrEqual(48);
        for (const { key } of words) expect(key).not.toMatch(/[\0\p{Cs}]/u);
        for (const { month, day } of dates)
          expect([month ?? 1, day ?? 1].every((part) => part >= 1 && part <= 31)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads long repetitions no slower than by their length', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '1',
        'a',
        'A',
        ' ',
        ',',
        '.',
        '-',
        'p. ',
        '1985 ',
        'J. ',
        '“',
        '*',
        '_',
        '10.1000/',
        '&',
        ';',
        'é',
        'June ',
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(pieces, (given) => {
        const piece = given.join('');
        readReference(piece.repeat(Math.floor(2_000 / piece.length)));
      }),
      { numRuns: 300, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
    );
  });
});
