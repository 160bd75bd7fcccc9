import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDate, checkOrder } from '../../../src/entities/registry/dates.ts';
import { InputInvalid } from '../../../src/problem.ts';

const accepted = [
  '1956',
  '1956-02',
  '1956-02-25',
  '-0043-03-15',
  '0000',
  '195X',
  '19XX',
  '1956-XX',
  '1956~',
  '1956?',
  '1956%',
  '1956-?02',
  '1956-21',
  '1956-33',
  '19',
  '195',
  'Y17E7',
  'Y-170000002',
  '1950S2',
  '1956-02-25T10:00:00Z',
];

const refused = [
  '',
  'yesterday',
  '25.2.1956',
  '1956-02-30',
  '1956-13',
  '1956/1960',
  '../1956',
  '[1956,1957]',
  '{1956,1957}',
  '1956 or 1957',
  '1956\u0000',
  'X'.repeat(10_000),
];

describe('a date', () => {
  it.each(accepted)('may be %s', (date) => {
    expect(checkDate(` ${date} `)).toBe(date);
  });

  it.each(refused)('may not be %j', (date) => {
    expect(() => checkDate(date)).toThrow(InputInvalid);
  });

  it('is taken or refused, whatever text it is, at once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9XYTZES?~%./,[\]{}]{0,60}$/)), (given) => {
        try {
          expect(checkDate(checkDate(given))).toBe(checkDate(given));
        } catch (error) {
          expect(error).toBeInstanceOf(InputInvalid);
        }
      }),
    );
  });

  it('in days comes before or after another as the days do', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (start, end) => {
        if (start <= end) checkOrder(start, end);
        else expect(() => checkOrder(start, end)).toThrow(InputInvalid);
      }),
    );
  });
});

describe('a start after the end', () => {
  it.each([
    ['1957', '1956'],
    ['1956-03', '1956-02-25'],
    ['196X', '1956'],
    ['-0043', '-0044'],
    ['Y170000002', '1956'],
    ['1956', 'Y-170000002'],
    ['20', '195'],
  ])('is refused: %s to %s', (start, end) => {
    expect(() => checkOrder(start, end)).toThrow(
      `The start ${start} is after the end ${end}; correct one of them.`,
    );
  });

  it.each([
    ['1956', '1956'],
    ['1956-12', '1956'],
    ['1957~', '1956'],
    ['1957', '1956?'],
    ['-00XX', '-0044'],
    ['195X', '1950'],
    ['1956', null],
    [null, '1956'],
  ])('may only seem so: %s to %s', (start, end) => {
    expect(() => checkOrder(start, end)).not.toThrow();
  });
});
