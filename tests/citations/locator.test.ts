import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLocator } from '../../src/locator.ts';
import { InputInvalid } from '../../src/problem.ts';

describe('a locator', () => {
  it('is trimmed, composed, and counts pages unless something else is said', () => {
    expect(checkLocator({ locator: ' 12-15\n', locatorLabel: null })).toEqual({
      locator: '12-15',
      locatorLabel: 'PAGE',
    });
    expect(checkLocator({ locator: 'café', locatorLabel: 'SUB_VERBO' })).toEqual({
      locator: 'café',
      locatorLabel: 'SUB_VERBO',
    });
    expect(checkLocator({ locator: null, locatorLabel: null })).toEqual({
      locator: null,
      locatorLabel: null,
    });
  });

  it.each([
    ['', null, /is empty/],
    [' \t', 'PAGE', /is empty/],
    ['1'.repeat(201), null, /longer than 200 characters/],
    ['1'.repeat(10_000), null, /longer than 200 characters/],
    ['1\0', null, /cannot be stored/],
    [null, 'CHAPTER', /There is a locatorLabel but no locator/],
  ] as const)('%# is refused in one sentence', (locator, locatorLabel, message) => {
    expect(() => checkLocator({ locator, locatorLabel })).toThrow(InputInvalid);
    expect(() => checkLocator({ locator, locatorLabel })).toThrow(message);
  });

  it('that was checked stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (locator) => {
        fc.pre(/[\p{L}\p{N}]/u.test(locator) && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(locator));
        const checked = checkLocator({ locator, locatorLabel: 'FOLIO' });
        expect(checkLocator(checked)).toEqual(checked);
      }),
    );
  });
});
