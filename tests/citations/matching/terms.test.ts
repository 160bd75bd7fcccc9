import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../src/citations/matching/terms.ts';
import { author, body, book, source } from './sources.ts';

const termsFor = (...given: Parameters<typeof source>) => termsOf(source(...given)).terms;

describe('termsOf', () => {
  it('has the words of names and titles, folded, without stop words', () => {
    const { words } = termsOf(
      source({
        creators: [author('Kołakowski', 'Leszek'), body('Ministère de la Guerre')],
        title: 'The Currents of Marxism',
        container: 'Straße',
        publisher: 'Ørsted',
        collection: 'Ōe',
      }),
    );
    expect(words).toEqual([
      'kolakowski',
      'ministere',
      'guerre',
      'currents',
      'marxism',
      'strasse',
      'oe',
      'orsted',
    ]);
  });

  it('keeps a name or a title that is a stop word', () => {
    expect(termsFor({ creators: [author('Will', null)], title: 'It' })).toEqual(
      expect.arrayContaining(['will', 'it']),
    );
  });

  it('has each of the first three creators with the year and with the initial', () => {
    const creators = ['Getty', 'Roberts', 'Amzad', 'Rettie'].map((family) => author(family, 'J. Arch'));
    const terms = termsFor({ creators, issued: '1985' });
    expect(terms).toEqual(
      expect.arrayContaining(['getty|1985', 'roberts|1985', 'amzad|1985', 'getty|j', 'rettie']),
    );
    expect(terms).not.toContain('rettie|1985');
    expect(terms).not.toContain('arch');
  });

  it('has what it appeared in with the year, and the title where nobody is known to have made it', () => {
    expect(termsFor({ container: 'The New York Times', issued: '1956' })).toContain('york|1956');
    expect(termsFor({ title: 'Secret Report', issued: '1956' })).toContain('secret|1956');
    expect(
      termsFor({ title: 'Secret Report', issued: '1956', creators: [author('Getty', null)] }),
    ).not.toContain('secret|1956');
  });

  it.each([
    ['1985', ['@1985']],
    ['1956-06', ['@1956', '@1956-06']],
    ['1956-06-05', ['@1956', '@1956-06', '@1956-06-05']],
    ['1985?', ['@1985']],
    ['1985~', ['@1985']],
    ['1956/1958', ['@1956', '@1957', '@1958']],
    ['1956-06-05/1956-07-01', ['@1956', '@1956-06', '@1956-07', '@1956-06-05', '@1956-07-01']],
    ['1900/1950', ['@1900', '@1950']],
    ['1956/..', ['@1956']],
    ['1956-21', ['@1956']],
    ['-0043', ['@-0043']],
    ['195X', []],
    ['19XX', []],
  ])('has the dates of %s', (issued, dates) => {
    expect(termsFor({ issued }).filter((term) => term.startsWith('@'))).toEqual(dates);
  });

  it('says of a name that no year is known', () => {
    expect(termsFor({ creators: [author('Roberts', 'Geoffrey')] })).toContain('roberts|?');
    expect(termsFor({ creators: [author('Roberts', 'Geoffrey')], issued: '195X' })).toContain('roberts|?');
  });

  it('has the words that the title begins with, but for numbers', () => {
    expect(termsFor({ title: 'The Origins of the 2 Great Purges Reconsidered' })).toContain(
      '>origins great purges',
    );
    expect(termsFor({ title: 'Great Purges' })).toContain('>great purges');
    expect(termsFor({ title: 'Purges' }).filter((term) => term.startsWith('>'))).toEqual([]);
  });

  it('has the key, whatever its case', () => {
    expect(termsFor({}, 'Getty1985')).toContain('=getty1985');
  });

  it('is bounded, without two equal terms, and the same every time', () => {
    const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 400 }), { nil: null });
    const creator = fc
      .record({ family: text, given: text })
      .map(({ family, given }) => author(family ?? '', given));
    fc.assert(
      fc.property(
        fc.array(creator, { maxLength: 60 }),
        text,
        text,
        text,
        fc.string(),
        (creators, title, container, issued, key) => {
          const given = source({ creators, title, container, issued }, key);
          const { terms, words } = termsOf(given);
          expect(terms.length).toBeLessThan(400);
          expect(words.length).toBeLessThanOrEqual(64);
          expect(new Set(terms).size).toBe(terms.length);
          expect(terms).toEqual(expect.arrayContaining(words));
          expect(Math.max(0, ...words.map((word) => [...word].length))).toBeLessThanOrEqual(40);
          for (const term of terms) expect(Buffer.byteLength(term)).toBeLessThan(1_000);
          expect(termsOf(given)).toEqual({ terms, words });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds a title after a thousand names', () => {
    const names = Array.from(
      { length: 1_000 },
      (_, index) => `Name${String.fromCharCode(97 + (index % 26)).repeat(3)}${index}`,
    );
    expect(termsOf(book(names, '2012', { title: 'Observation of a boson' })).words).toContain('boson');
  });
});
