import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyMatches } from '../../src/anchors/fuzzy-search.ts';
import { occurrencesOf } from '../../src/anchors/occurrences.ts';
import { likeness } from '../../src/anchors/words/likeness.ts';

describe('occurrencesOf', () => {
  it('finds every place, however long the words are', () => {
    const pieces = fc.array(fc.constantFrom('a', 'ab', 'aab', 'b'), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 30 }), fc.boolean(), (parts, times, long) => {
        const words = parts.join('').repeat(long ? 300 : 1);
        const text = `b${words.slice(1)}${words.repeat(Math.ceil(times / 6))}a`;
        const expected: number[] = [];
        for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) expected.push(at);
        const found = [...occurrencesOf(text, words)].map(({ start }) => start);
        expect(found).toEqual(expected);
        expect([...occurrencesOf(text, words, 1)]).toHaveLength(Math.min(1, expected.length));
      }),
      { numRuns: 60 },
    );
  });
});

describe('fuzzyMatches', () => {
  it('tells how much is wrong in a place, best first, none overlapping, all of them within bounds', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'é'),
      minLength: 4,
      maxLength: 60,
    });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 3 }), (text, pattern, maxErrors) => {
        const { matches, complete } = fuzzyMatches(text, pattern, maxErrors, 10);
        expect(complete).toBe(true);
        for (const [index, { start, end, errors }] of matches.entries()) {
          expect(errors).toBeLessThanOrEqual(maxErrors);
          expect(Math.abs(end - start - pattern.length)).toBeLessThanOrEqual(errors);
          // The library is sure of where it ends; it may begin a few characters early.
          const distances = Array.from({ length: end + 1 }, (_, from) => {
            const stretch = text.slice(from, end);
            return (1 - likeness(stretch, pattern)) * Math.max(stretch.length, pattern.length);
          });
          expect(Math.round(Math.min(...distances))).toBeLessThanOrEqual(errors);
          expect(errors).toBeGreaterThanOrEqual(matches[index - 1]?.errors ?? 0);
          for (const other of matches.slice(index + 1))
            expect(other.end <= start || other.start >= end).toBe(true);
        }
      }),
      { examples: [['adaaadaaba', 'cabd', 2]] },
    );
  });

  it('finds the best one wherever it stands in a long text, and the next best beside it', () => {
    const filler = 'lorem ipsum dolor sit amet '.repeat(2000);
    const pattern = 'the quick brown fox jumps';
    const text = `${filler}the quick brown fox jumqs the quick brawn fax jumps ${filler}the qu1ck brown fox junps${filler}`;
    const { matches } = fuzzyMatches(text, pattern, 8, 10);
    expect(matches.slice(0, 3).map(({ start, end }) => text.slice(start, end))).toEqual([
      'the quick brown fox jumqs',
      'the quick brawn fax jumps',
      'the qu1ck brown fox junps',
    ]);
  });

  it('gives up where everything is alike', () => {
    const { matches, complete } = fuzzyMatches('a'.repeat(100_000), `${'a'.repeat(30)}b`, 10, 10);
    expect(complete).toBe(false);
    expect(matches).toHaveLength(10);
  });
});
