import { describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/citations/matching/candidate.ts';
import { readReference } from '../../../src/citations/matching/reference.ts';
import { scoreSource } from '../../../src/citations/matching/score.ts';
import { errorsBetween } from '../../../src/citations/matching/spelling.ts';
import { termsOf } from '../../../src/citations/matching/terms.ts';
import type { KeyedSource } from '../../../src/citations/source.ts';
import { author, book, source } from './sources.ts';

const COMMON = new Set(['smith', 'history']);

/** How well a source fits a reference in a store that has it alone, but for two common words. */
function match(text: string, one: KeyedSource) {
  const { words } = termsOf(one);
  const dictionary: Dictionary = {
    frequencyOf: (word) => (COMMON.has(word) ? 1_000 : words.includes(word) ? 1 : 0),
    likeOf: (key) =>
      new Map(
        words.flatMap((word): [string, number][] => {
          const errors = word === key ? null : errorsBetween(key, word);
          return errors === null ? [] : [[word, errors]];
        }),
      ),
  };
  return scoreSource(readReference(text), { key: one.key, ...one.content }, dictionary);
}
const scoreOf = (text: string, one: KeyedSource) => match(text, one)?.score ?? 0;

const getty = source({ creators: [author('Getty', 'J. Arch')], issued: '1985' });
const kolakowski = source({
  creators: [author('Kołakowski', 'Leszek')],
  title: 'Main Currents of Marxism',
  publisher: 'Clarendon Press',
  publisherPlace: 'Oxford',
  issued: '1978',
});
const times = source({ container: 'The New York Times', issued: '1956-06-05' });

describe('scoreSource', () => {
  it('gives 1 where each has all of the other', () => {
    for (const text of [
      'Getty 1985',
      'GETTY (1985)',
      'Getty, J. A., 1985',
      '1985 Getty',
      'Getty, J. Arch. 1985, p. 7',
    ])
      expect(scoreOf(text, getty)).toBe(1);
    expect(scoreOf('New York Times, June 5, 1956', times)).toBe(1);
    expect(
      scoreOf('Kolakowski, L. Main Currents of Marxism. Oxford: Clarendon Press, 1978', kolakowski),
    ).toBe(1);
  });

  it('gives less where less is given, and less for each thing that differs', () => {
    const scores = [
      'Kolakowski, Main Currents of Marxism, 1978',
      'Kolakowski 1978',
      'Kolakovski 1978',
      'Kolakowski 1979',
    ].map((text) => scoreOf(text, kolakowski));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores.at(-1)).toBeGreaterThanOrEqual(0.5);
  });

  it('takes another year for another source, unless the title is given', () => {
    expect(match('Smith 1850', book(['Smith'], '1985'))).toBeNull();
    expect(match('Getty 1937', getty)).toBeNull();
    expect(scoreOf('Kolakowski, Main Currents of Marxism, 2005', kolakowski)).toBeLessThan(0.6);
    const next = match('Getty 1984', getty);
    expect(next?.score).toBeLessThan(0.55);
    expect(next?.reasons).toContainEqual({ field: 'ISSUED', given: '1984', found: '1985', exact: false });
  });

  it('holds another day and another given name to be clearly less', () => {
    expect(scoreOf('The New York Times, June 6, 1956', times)).toBeLessThanOrEqual(0.7);
    for (const text of ['P. Getty 1985', 'Yuri Getty 1985']) expect(scoreOf(text, getty)).toBeLessThan(0.6);
    expect(scoreOf('J. A. Getty 1985', getty)).toBe(1);
  });

  it.each(['New York Review of Books 1956', 'The New York Times, 12 September 2001', 'Hdt. 1.5'])(
    'takes %s for no source that shares some words with it',
    (text) => {
      expect(match(text, times)).toBeNull();
      expect(match(text, source({ title: 'Volume 1', issued: '1956' }))).toBeNull();
    },
  );

  it.each(['Main Currents of Marxism', 'Main Currents of Marxism, vol. 3, 450'])(
    'knows a source by its title alone: %s',
    (text) => expect(scoreOf(text, kolakowski)).toBeGreaterThanOrEqual(0.8),
  );

  it('knows a short and an original title, and takes an event and a genre for explained', () => {
    const speech = source({
      creators: [author('Khrushchev', 'Nikita')],
      title: 'On the Cult of Personality and Its Consequences',
      titleShort: 'Secret Speech',
      originalTitle: 'О культе личности и его последствиях',
      genre: 'PhD thesis',
      event: '20th Congress of the Communist Party of the Soviet Union',
      eventPlace: 'Great Hall of the Kremlin',
      issued: '1956-02-25',
    });
    for (const text of ['Secret Speech 1956', 'О культе личности и его последствиях'])
      expect(scoreOf(text, speech)).toBeGreaterThanOrEqual(0.8);
    const printed =
      'Khrushchev, Nikita. 1956. “On the Cult of Personality and Its Consequences.” Presented at the 20th Congress of the Communist Party of the Soviet Union, Great Hall of the Kremlin, February 25.';
    expect(scoreOf(printed, speech)).toBeGreaterThanOrEqual(0.8);
    expect(match('Khrushchev, PhD thesis, 1956', speech)?.reasons.map(({ field }) => field)).toEqual([
      'CREATOR',
      'ISSUED',
    ]);
  });

  it.each([
    'Nobody 1985',
    'Trotsky 1985',
    'Trotsky, L. (1985)',
    'Some Other Title, 1985',
    '毛泽东 1985',
    '👩‍👩‍👧 1985 !',
  ])('answers nothing to %s', (text) => {
    expect(match(text, getty)?.score ?? 0).toBeLessThanOrEqual(text.includes('👩') ? 0.3 : 0);
  });

  it('lists what was issued in a year that is all that is given, with a low score', () => {
    expect(match('1985', getty)).toEqual({
      score: 0.3,
      reasons: [{ field: 'ISSUED', given: '1985', found: '1985', exact: true }],
    });
    expect(match('1986', kolakowski)).toBeNull();
  });

  it('tells namesakes apart by their given names', () => {
    const other = source({ creators: [author('Getty', 'Mark')], issued: '1985' });
    expect(scoreOf('Getty, J. 1985', getty)).toBeGreaterThan(scoreOf('Getty, J. 1985', other));
    expect(scoreOf('Getty, Mark 1985', other)).toBeGreaterThan(scoreOf('Getty, Mark 1985', getty));
    expect(scoreOf('Mark Getty, 1985', other)).toBe(1);
  });

  it('counts a name that the source does not have against it', () => {
    expect(scoreOf('Getty and Trotsky 1985', getty)).toBeLessThan(scoreOf('Getty 1985', getty));
    expect(scoreOf('Marx, Engels 1848', book(['Marx', 'Engels'], '1848'))).toBe(1);
    expect(scoreOf('Marx and Engels 1848', book(['Marx', 'Engels'], '1848'))).toBe(1);
    expect(scoreOf('Marx et al. 1848', book(['Marx', 'Engels'], '1848'))).toBeGreaterThan(0.95);
  });

  it('prefers who wrote it to whom it is about', () => {
    const about = book(['Deutscher'], '1949', { title: 'Stalin' });
    expect(scoreOf('Stalin 1949', book(['Stalin'], '1949'))).toBeGreaterThan(scoreOf('Stalin 1949', about));
  });

  it('holds a day to be told apart from another day of the year, and from none', () => {
    const [same, year, other] = ['1956-06-05', '1956', '1956-07-30'].map((issued) =>
      scoreOf('New York Times, June 5, 1956', source({ container: 'The New York Times', issued })),
    );
    expect(same).toBeGreaterThan(year ?? 0);
    expect(year).toBeGreaterThan(other ?? 0);
  });

  it.each([
    ['1956/1958', 1],
    ['1956?', 1],
    ['1956-06', 1],
  ])('finds the year 1956 in %s', (issued, score) => {
    expect(scoreOf('Getty 1956', book(['Getty'], issued))).toBe(score);
  });

  it('takes a number for the title where it is', () => {
    const orwell = book(['Orwell'], '1949', { title: '1984' });
    expect(scoreOf('Orwell, 1984', orwell)).toBeGreaterThan(0.5);
    expect(match('Orwell, 1984', orwell)?.reasons.map(({ field }) => field)).toContain('TITLE');
  });

  it('knows a source by its identifier, whatever else is said', () => {
    const one = source(
      { doi: '10.2307/2499177', isbn: '9780521335706', url: 'https://example.org/a' },
      'getty1985',
    );
    for (const text of ['doi:10.2307/2499177', '978-0-521-33570-6', 'http://example.org/a/', 'GETTY1985'])
      expect(scoreOf(text, one)).toBe(1);
    expect(scoreOf('Trotsky, L. Another Thing, 1905. doi:10.2307/2499177', one)).toBeGreaterThanOrEqual(0.95);
    expect(match('doi:10.2307/2499177', one)?.reasons).toEqual([
      { field: 'DOI', given: '10.2307/2499177', found: '10.2307/2499177', exact: true },
    ]);
  });

  it('says why, strongest first', () => {
    expect(match('Kolakovski, Main Currents of Marxism (1978), Oxford', kolakowski)?.reasons).toEqual([
      { field: 'TITLE', given: 'Main Currents Marxism', found: 'Main Currents of Marxism', exact: true },
      { field: 'CREATOR', given: 'Kolakovski', found: 'Kołakowski, Leszek', exact: false },
      { field: 'ISSUED', given: '1978', found: '1978', exact: true },
    ]);
    const article = source({ creators: [author('Getty', null)], pages: '123-145', issued: '1985' });
    expect(match('Getty 1985, pp. 123–45', article)?.reasons).toContainEqual({
      field: 'PAGES',
      given: '123-45',
      found: '123-145',
      exact: true,
    });
  });

  it('says that a source has no date', () => {
    const undated = book(['Roberts'], null);
    expect(scoreOf('Roberts n.d.', undated)).toBe(1);
    expect(scoreOf('Roberts n.d.', book(['Roberts'], '1985'))).toBeLessThan(1);
    expect(scoreOf('Roberts 1985', undated)).toBeLessThan(scoreOf('Roberts 1985', book(['Roberts'], '1985')));
  });
});
