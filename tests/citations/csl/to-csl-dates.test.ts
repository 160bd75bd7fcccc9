import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfToDate } from '../../../src/citations/csl/edtf-to-date.ts';

describe('an EDTF date', () => {
  it.each([
    ['1956', { 'date-parts': [[1956]] }],
    ['1956-02', { 'date-parts': [[1956, 2]] }],
    ['1956-02-25', { 'date-parts': [[1956, 2, 25]] }],
    ['1956-02-25T10:00:00Z', { 'date-parts': [[1956, 2, 25]] }],
    [' 1956 ', { 'date-parts': [[1956]] }],
    // Astronomical years: 0 is 1 BC.
    ['0000', { 'date-parts': [[-1]] }],
    ['-0043-03-15', { 'date-parts': [[-44, 3, 15]] }],
    ['Y-17000', { 'date-parts': [[-17001]] }],
    ['Y170000002', { 'date-parts': [[170000002]] }],
    ['1956/1958', { 'date-parts': [[1956], [1958]] }],
    ['1956-02/1958', { 'date-parts': [[1956, 2], [1958]] }],
    [
      '1956-02-14/1956-02-25',
      {
        'date-parts': [
          [1956, 2, 14],
          [1956, 2, 25],
        ],
      },
    ],
    ['-0010/0010', { 'date-parts': [[-11], [10]] }],
    ['1956/..', { 'date-parts': [[1956], [0]] }],
    ['1956-02-25/', { 'date-parts': [[1956, 2, 25], [0]] }],
    ['1956~', { 'date-parts': [[1956]], circa: true }],
    ['1956-02?', { 'date-parts': [[1956, 2]], circa: true }],
    ['1956%', { 'date-parts': [[1956]], circa: true }],
    ['?1956-02', { 'date-parts': [[1956, 2]], circa: true }],
    ['1950S2', { 'date-parts': [[1950]], circa: true }],
    ['1956~/1958', { 'date-parts': [[1956], [1958]], circa: true }],
    ['1956-21', { 'date-parts': [[1956]], season: 1 }],
    ['1956-24', { 'date-parts': [[1956]], season: 4 }],
    ['1956-31', { 'date-parts': [[1956]], season: 3 }],
    ['1956-XX', { 'date-parts': [[1956]] }],
    ['1956-XX-XX', { 'date-parts': [[1956]] }],
    ['1956-02-XX', { 'date-parts': [[1956, 2]] }],
  ])('%s has parts', (edtf, date) => {
    expect(edtfToDate(edtf)).toEqual(date);
  });

  it.each([
    ['195X', '1950s'],
    ['195', '1950s'],
    ['19XX', '19--'],
    ['19', '19--'],
    ['00XX', '00XX'],
    ['-195X', '-195X'],
    ['195X/196X', '195X–196X'],
    ['../1956', '–1956'],
    ['/1956-02-25', '–1956-02-25'],
    ['1956-41', '1956-41'],
    ['1956-XX-25', '1956-XX-25'],
    ['[1956,1958]', '[1956,1958]'],
    ['{1956,1957}', '{1956,1957}'],
    ['last spring', 'last spring'],
    ['1956/1957/1958', '1956/1957/1958'],
  ])('%s is said in words: %s', (edtf, literal) => {
    expect(edtfToDate(edtf)).toEqual({ literal });
  });

  it.each(['XXXX', '../..', '/', '/..', 'XXXX-XX-XX'])('%s says nothing', (edtf) => {
    expect(edtfToDate(edtf)).toBeNull();
  });

  it('keeps every day as it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const edtf = [
            String(year).padStart(4, '0'),
            ...[month, day].map((part) => String(part).padStart(2, '0')),
          ];
          expect(edtfToDate(edtf.join('-'))).toEqual({ 'date-parts': [[year, month, day]] });
        },
      ),
    );
  });

  it('is never refused, and has parts or a literal', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/XSY~?%.[]{},T:Z') })),
        (text) => {
          const date = edtfToDate(text);
          if (date === null) return;
          expect((date['date-parts'] === undefined) !== (date.literal === undefined)).toBe(true);
          for (const number of date['date-parts']?.flat() ?? []) expect(Number.isInteger(number)).toBe(true);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
