import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsBetween, spellings } from '../../../src/citations/matching/spelling.ts';

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  minLength: 4,
  maxLength: 14,
});

/** A word with one letter left out, put in, taken for another or exchanged with its neighbour. */
const misspelt = fc
  .tuple(word, fc.nat(), fc.constantFrom('drop', 'add', 'change', 'exchange'), fc.constantFrom(...'aeqz'))
  .map(([right, place, kind, letter]) => {
    const at = place % right.length;
    const [before, after] = [right.slice(0, at), right.slice(at)];
    if (kind === 'drop') return { right, wrong: before + after.slice(1) };
    if (kind === 'add') return { right, wrong: before + letter + after };
    if (kind === 'change') return { right, wrong: before + letter + after.slice(1) };
    return { right, wrong: before + after.charAt(1) + after.charAt(0) + after.slice(2) };
  });

describe('spellings', () => {
  it('has every word with one error, and none with more', () => {
    fc.assert(
      fc.property(misspelt, ({ right, wrong }) => {
        fc.pre(wrong.length >= 4 && wrong !== right);
        expect(spellings(wrong)).toContain(right);
        expect(errorsBetween(wrong, right)).toBe(1);
      }),
    );
    for (const other of spellings('getty')) expect(errorsBetween('getty', other)).toBe(1);
  });

  it('has none for what may have no error, and for scripts without an alphabet', () => {
    expect(['poe', '毛泽东主席', 'a'.repeat(17)].flatMap(spellings)).toEqual([]);
    expect(spellings('хрущев')).toContain('хрушев');
  });
});

describe('errorsBetween', () => {
  it.each([
    ['gety', 'getty', 1],
    ['egtty', 'getty', 1],
    ['poe', 'pod', null],
    ['getti', 'betty', null],
    ['kolakovski', 'kolakowski', 1],
    ['kolokovski', 'kolakowski', 2],
    ['kolokovsky', 'kolakowski', null],
  ])('between %s and %s', (sought, found, errors) => {
    expect(errorsBetween(sought, found)).toBe(errors);
  });
});
