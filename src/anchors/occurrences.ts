import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { TextRange } from '../text/range.ts';
import { CANDIDATE_LIMIT } from './candidate.ts';

/** After so many occurrences the search stops, and nothing is found: words so frequent tell no place. */
export const OCCURRENCE_LIMIT = 100_000;
/** So many characters are compared at most: long words that overlap themselves, such as "aaaa…", stand everywhere. */
const COMPARISON_LIMIT = 2 ** 28;

/** Every place where words stand, overlapping ones too, up to the limit. */
export function* occurrencesOf(text: string, words: string): Generator<TextRange> {
  const limit = occurrenceLimit(words);
  let count = 0;
  for (let at = text.indexOf(words); at !== -1 && count < limit; at = text.indexOf(words, at + 1)) {
    count += 1;
    yield { start: at, end: at + words.length };
  }
}

/** How many occurrences of words are looked at. */
export function occurrenceLimit(words: string): number {
  return Math.min(OCCURRENCE_LIMIT, Math.ceil(COMPARISON_LIMIT / words.length));
}

/** Those among several places that a context stands beside, and of these the ones nearest to a place. */
export interface Sifted {
  occurrences: number;
  /** The first of those nearest; `fittingCount` is how many there are. */
  fitting: TextRange[];
  fittingCount: number;
  /** The first of those that the context does not stand beside. */
  elsewhere: TextRange[];
}

/** Sifts the whole graphemes among places. @param near without it, all are as near. */
export function sift(
  text: string,
  ranges: Iterable<TextRange>,
  fits: (range: TextRange) => boolean,
  near?: TextRange,
): Sifted {
  const sifted: Sifted = { occurrences: 0, fitting: [], fittingCount: 0, elsewhere: [] };
  let nearest = Number.POSITIVE_INFINITY;
  for (const range of ranges) {
    if (!isGraphemeBoundary(text, range.start) || !isGraphemeBoundary(text, range.end)) continue;
    sifted.occurrences += 1;
    if (!fits(range)) {
      if (sifted.elsewhere.length < CANDIDATE_LIMIT) sifted.elsewhere.push(range);
      continue;
    }
    const distance = near === undefined ? 0 : Math.abs(range.start - near.start);
    if (distance > nearest) continue;
    if (distance < nearest) {
      nearest = distance;
      sifted.fitting = [];
      sifted.fittingCount = 0;
    }
    sifted.fittingCount += 1;
    if (sifted.fitting.length < CANDIDATE_LIMIT) sifted.fitting.push(range);
  }
  return sifted;
}
