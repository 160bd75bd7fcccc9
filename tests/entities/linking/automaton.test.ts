import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Automaton } from '../../../src/entities/linking/automaton.ts';
import { Sequences } from '../../../src/entities/linking/sequences.ts';

/** [index of the sequence, place of its last word] for each that stands in a text, sorted. */
type Matches = [number, number][];

function byAutomaton(patterns: readonly number[][], text: readonly number[], wordCount: number): Matches {
  const sequences = new Sequences();
  for (const pattern of patterns) sequences.add(pattern);
  const automaton = new Automaton(sequences, wordCount);
  const matches: Matches = [];
  let state = 0;
  for (const [place, word] of text.entries()) {
    state = word < wordCount ? automaton.next(state, word) : 0;
    for (let at = automaton.ending(state); at !== 0; at = automaton.shorter(at))
      for (let index = automaton.sequence(at); index >= 0; index = automaton.equal(index)) {
        expect(automaton.depth(at)).toBe(patterns[index]?.length);
        matches.push([index, place]);
      }
  }
  return sorted(matches);
}

function bySearch(patterns: readonly number[][], text: readonly number[]): Matches {
  const matches: Matches = [];
  for (const [index, pattern] of patterns.entries())
    for (let start = 0; start + pattern.length <= text.length; start += 1)
      if (pattern.length > 0 && pattern.every((word, at) => word === text[start + at]))
        matches.push([index, start + pattern.length - 1]);
  return sorted(matches);
}

function sorted(matches: Matches): Matches {
  return matches.sort(([index, place], [otherIndex, otherPlace]) => place - otherPlace || index - otherIndex);
}

it('finds what a search for each sequence finds, nested, overlapping and equal ones too', () => {
  const word = fc.nat({ max: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 30 }),
      fc.array(fc.nat({ max: 4 }), { maxLength: 60 }),
      (patterns, text) => {
        expect(byAutomaton(patterns, text, 4)).toEqual(bySearch(patterns, text));
      },
    ),
    { numRuns: 3_000 },
  );
});

it('reads a text of one word with sequences of that word alone', () => {
  const patterns = Array.from({ length: 64 }, (_, index) => Array<number>(index + 1).fill(0));
  expect(byAutomaton(patterns, Array<number>(100).fill(0), 1)).toHaveLength(64 * 100 - (64 * 63) / 2);
});

it('holds many sequences', () => {
  const patterns = Array.from({ length: 20_000 }, (_, index) => [
    index % 141,
    141 + (index % 1009),
    index % 7,
  ]);
  const text = patterns.slice(0, 500).flat();
  expect(byAutomaton(patterns, text, 1_200)).toEqual(bySearch(patterns, text));
});
