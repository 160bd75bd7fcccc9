import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedParts } from '../../../src/citations/quoting/parts.ts';
import { PartFinder } from '../../../src/citations/quoting/places.ts';

/** Where a quotation stands in units of text, as [unit, start] of its first part and [unit, end] of its last. */
function find(units: string[], quotation: string, chief = 0): [number, number, number, number][] {
  const finder = new PartFinder(
    units.map((text) => ({ text })),
    quotedParts(quotation).map(({ words }) => words),
  );
  return units.flatMap((_, unit) =>
    finder
      .quotationsAt(unit, chief)
      .map(({ first, last }): [number, number, number, number] => [
        first.unit,
        first.start,
        last.unit,
        last.end,
      ]),
  );
}

describe('where a quotation stands', () => {
  it('is found but for case, accents, white space, dashes and quotation marks, in whole words', () => {
    const text = 'He said: “The Café — of the\nparty” was closed. Caféteria of the party.';
    expect(find([text], "'the cafe of the PARTY'")).toEqual([[0, 10, 0, 33]]);
    expect(text.slice(10, 33)).toBe('The Café — of the\nparty');
    expect(find([text], 'afé of the party')).toEqual([]);
  });

  it('goes over elisions in order, into one of the next units, by the nearest parts', () => {
    expect(find(['alpha then beta'], 'alpha … beta')).toEqual([[0, 0, 0, 15]]);
    expect(find(['beta then alpha'], 'alpha … beta')).toEqual([]);
    expect(find(['alpha', 'x', 'y', 'beta'], 'alpha … beta')).toEqual([[0, 0, 3, 4]]);
    expect(find(['alpha', 'x', 'y', 'z', 'beta'], 'alpha … beta')).toEqual([]);
    for (const chief of [0, 1]) {
      expect(find(['alpha beta beta'], 'alpha … beta', chief)).toEqual([[0, 0, 0, 10]]);
      expect(find(['alpha alpha beta'], 'alpha … beta', chief)).toEqual([[0, 6, 0, 16]]);
      expect(find(['alpha beta alpha', 'beta'], 'alpha … beta', chief)).toEqual([
        [0, 0, 0, 10],
        [0, 11, 1, 4],
      ]);
    }
    for (const chief of [0, 1, 2])
      expect(find(['alpha beta beta gamma'], 'alpha … beta … gamma', chief)).toEqual([[0, 0, 0, 21]]);
    expect(find(['alpha beta alpha'], 'alpha … beta … alpha', 1)).toEqual([[0, 0, 0, 16]]);
    expect(find(['alpha'], 'alpha … alpha')).toEqual([]);
  });

  it('is the same whichever part is looked for first', () => {
    const unit = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'other'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 7 }), (units) => {
        const texts = units.map((words) => words.join(' '));
        const [one, two, three] = [0, 1, 2].map((chief) => find(texts, 'alpha … beta … gamma', chief));
        expect(two).toEqual(one);
        expect(three).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });

  it('is every place where a naive search finds the words', () => {
    const unit = fc.array(fc.constantFrom('Alpha', 'bêta', 'alpha', 'other,'), { maxLength: 12 });
    fc.assert(
      fc.property(unit, (words) => {
        const expected = words.flatMap((word, index) =>
          word.toLowerCase() === 'alpha' && words[index + 1] === 'bêta' ? [index] : [],
        );
        const startOf = (index: number) => words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
        expect(find([words.join(' ')], 'ALPHA beta').map(([, start]) => start)).toEqual(
          expected.map(startOf),
        );
      }),
    );
  });
});
