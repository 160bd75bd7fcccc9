import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { TextRange } from '../text/range.ts';
import { CANDIDATE_LIMIT } from './candidate.ts';

/** After so many occurrences the search stops, and nothing is found: words so frequent tell no place. */
export const OCCURRENCE_LIMIT = 100_000;
/** Longer words are searched for in a way that takes no more time where they nearly stand everywhere, as in "aaaa…". */
const LONG = 256;

/** Every place where words stand, overlapping ones too, up to a limit. */
export function* occurrencesOf(text: string, words: string, limit = OCCURRENCE_LIMIT): Generator<TextRange> {
  let count = 0;
  for (const start of words.length > LONG ? startsOfLong(text, words) : starts(text, words)) {
    if (count === limit) return;
    count += 1;
    yield { start, end: start + words.length };
  }
}

function* starts(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) yield at;
}

/**
 * The search of Knuth, Morris and Pratt ("Fast pattern matching in strings", SIAM J. Comput. 6(2), 1977): time in
 * proportion to the lengths of both, whatever they are.
 */
function* startsOfLong(text: string, words: string): Generator<number> {
  const borders = bordersOf(words);
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && words.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (words.charCodeAt(matched) === unit) matched += 1;
    if (matched < words.length) continue;
    yield at + 1 - words.length;
    matched = borders[matched - 1] ?? 0;
  }
}

/** For each prefix of some words the length of the longest shorter prefix that it ends with. */
function bordersOf(words: string): Int32Array {
  const borders = new Int32Array(words.length);
  let length = 0;
  for (let at = 1; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    while (length > 0 && words.charCodeAt(length) !== unit) length = borders[length - 1] ?? 0;
    if (words.charCodeAt(length) === unit) length += 1;
    borders[at] = length;
  }
  return borders;
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
