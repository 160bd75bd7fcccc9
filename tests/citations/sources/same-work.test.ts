import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentChecksum } from '../../../src/citations/sources/content.ts';
import { extentOf } from '../../../src/citations/sources/dates.ts';
import { foundBy } from '../../../src/citations/sources/found-by.ts';
import { areNear, reasonOfSameness, saysAll } from '../../../src/citations/sources/same-work.ts';
import { body, content, getty, person } from './contents.ts';

describe('titles', () => {
  it.each([
    ['Origins of the Great Purges', 'ORIGINS OF THE GREAT PURGES!'],
    ['Origins of the Great Purges', 'Origins of the Great Purge'],
    ['Vie de Staline: l’homme', "Vie de Stalíne - l'homme"],
    ['О культе личности и его последствиях', 'О культе личности и его последствях'],
  ])('%s and %s are near', (a, b) => {
    expect([areNear(a, b), areNear(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['Collected Works, Volume 1', 'Collected Works, Volume 2'],
    ['Collected Works, Volume I', 'Collected Works, Volume II'],
    ['Report of the Central Committee 1955', 'Report of the Central Committee 1956'],
    ['Stalin', 'Stakin'],
    ['Stalin', 'Stalin: A Political Biography'],
    [null, null],
    ['', ''],
    ['!', '!'],
  ])('%s and %s are not', (a, b) => {
    expect([areNear(a, b), areNear(b, a)]).toEqual([false, false]);
  });
});

describe('two sources', () => {
  const other = content({ title: 'Another', creators: [person('Other')], issued: '1999' });
  it('may be one work by DOI, ISBN, or first author, year and title', () => {
    expect(reasonOfSameness({ ...getty, doi: '10.1000/1' }, { ...other, doi: '10.1000/1' })).toBe('DOI');
    expect(reasonOfSameness(getty, { ...other, isbn: getty.isbn })).toBe('ISBN');
    const again = { ...getty, isbn: null, creators: [person('GETTY'), person('More')], issued: '1985-01' };
    expect(reasonOfSameness(getty, again)).toBe('AUTHOR_YEAR_TITLE');
    expect(reasonOfSameness(getty, { ...again, issued: '1987' })).toBeNull();
    expect(reasonOfSameness(getty, { ...again, title: null })).toBeNull();
    expect(reasonOfSameness(content(), content())).toBeNull();
    const times = content({
      creators: [body('New York Times')],
      issued: '1956',
      title: 'A Long Enough Title',
    });
    expect(reasonOfSameness(times, { ...times, issued: '1956-06-05' })).toBe('AUTHOR_YEAR_TITLE');
  });

  it('are not one for the ISBN of a book of which they are chapters', () => {
    const chapter = content({ type: 'CHAPTER', title: 'One chapter', isbn: getty.isbn });
    expect(reasonOfSameness(chapter, { ...chapter, title: 'Something else' })).toBeNull();
    expect(reasonOfSameness(chapter, getty)).toBeNull();
    expect(reasonOfSameness(chapter, { ...chapter, publisher: 'X' })).toBe('ISBN');
  });

  it('of which one only says more', () => {
    expect(saysAll(getty, { ...getty, publisher: null, creators: [] })).toBe(true);
    expect(saysAll({ ...getty, publisher: null }, getty)).toBe(false);
    expect(saysAll(getty, { ...getty, type: 'REPORT' })).toBe(false);
  });

  it('have one checksum only where they are equal, whatever the order of their fields', () => {
    const backwards = Object.fromEntries(Object.entries(getty).reverse());
    expect(contentChecksum({ ...getty, ...backwards })).toBe(contentChecksum(getty));
    fc.assert(
      fc.property(fc.constantFrom('title', 'volume', 'note'), fc.string({ minLength: 1 }), (field, text) => {
        expect(contentChecksum({ ...content(), [field]: text })).not.toBe(contentChecksum(content()));
      }),
    );
    expect(contentChecksum({ ...content(), volume: '1' })).not.toBe(
      contentChecksum({ ...content(), issue: '1' }),
    );
  });
});

describe('the days of a date', () => {
  const day = (date: string) => Date.parse(date) / 86_400_000;
  it.each([
    ['1956', '1956-01-01', '1956-12-31'],
    ['1956-02', '1956-02-01', '1956-02-29'],
    ['1956-02-25', '1956-02-25', '1956-02-25'],
    ['195X', '1950-01-01', '1959-12-31'],
    ['1956~', '1956-01-01', '1956-12-31'],
    ['1956-02/1958', '1956-02-01', '1958-12-31'],
  ])('%s', (date, first, last) => {
    expect(extentOf(date)).toEqual({ first: day(first), last: day(last) });
  });

  it('may be open', () => {
    expect(extentOf('1956/..')).toEqual({ first: day('1956-01-01'), last: Number.POSITIVE_INFINITY });
    expect(extentOf('/1956')).toEqual({ first: Number.NEGATIVE_INFINITY, last: day('1956-12-31') });
    expect(extentOf('-00XX')).toBeNull();
    expect(extentOf('Y170000002')?.first).toBeGreaterThan(day('9999-12-31'));
  });
});

it('What a source is found by fits an index, and words are words', () => {
  const long = 'ﷺ'.repeat(500);
  const { terms, words } = foundBy({
    key: 'k'.repeat(200),
    content: content({ title: long, creators: Array(100).fill(body(long)), issued: '1985' }),
  });
  expect(new Set(terms).size).toBe(terms.length);
  expect(terms.length).toBeLessThan(300);
  for (const term of terms) expect(Buffer.byteLength(term)).toBeLessThan(2_600);
  expect(terms).toEqual(expect.arrayContaining(words));
});
