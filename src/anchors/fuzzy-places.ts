import type { TextRange } from '../text/range.ts';
import { type FoldedText, originalRange } from './fold.ts';
import { isInsideWord, withOuterMarks } from './folded-places.ts';
import { type FuzzyMatch, fuzzyMatches } from './fuzzy-search.ts';
import type { SoughtWords } from './sought-words.ts';
import { likeness } from './words/likeness.ts';

export interface FuzzyPlaces {
  /** UTF-16 ranges of the original, some of them overlapping. */
  ranges: TextRange[];
  /** False when not all of the text was searched, as too much of it is like the words. */
  complete: boolean;
}

/** Longer words, folded, are looked for by their ends; the time grows with the length. */
const WHOLE_LENGTH = 256;
const END_LENGTH = 96;
/** The share of a long quote's end that may be wrong. */
const END_ERRORS = 0.3;
const END_LIMIT = 8;
/** How many ways to put two ends together are tried. */
const PAIR_LIMIT = 4;
/** How much longer or shorter than the words what stands between two ends may be. */
const STRETCH = 0.25;
/** How far, in folded code units, an end may move to where a word begins or ends. */
const WORD_REACH = 24;

/**
 * The places in a text where something like words stands.
 * @param share the greatest share of the folded words' characters that may be wrong.
 */
export function fuzzyPlaces(
  text: string,
  folded: FoldedText,
  sought: SoughtWords,
  share: number,
  limit: number,
): FuzzyPlaces {
  const needle = sought.folded;
  if (needle.length > WHOLE_LENGTH) return placesByEnds(text, folded, sought);
  const { matches, complete } = fuzzyMatches(folded.text, needle, Math.floor(needle.length * share), limit);
  const ranges = matches.map((match) => originalRange(text, folded, toWords(text, folded, match, needle)));
  return { ranges: ranges.map((range) => withOuterMarks(text, range, sought.exact)), complete };
}

/** Moves the ends of a match to where words begin and end: what is like half a word says nothing of the whole. */
function toWords(text: string, folded: FoldedText, match: FuzzyMatch, needle: string): TextRange {
  let best: TextRange = match;
  let bestScore = -1;
  for (const start of boundariesAround(text, folded, match.start)) {
    for (const end of boundariesAround(text, folded, match.end)) {
      const score = end <= start ? -1 : likeness(needle, folded.text.slice(start, end));
      if (score <= bestScore) continue;
      best = { start, end };
      bestScore = score;
    }
  }
  return best;
}

/** The places about a place where words begin or end: itself if they do there, and two on either side. */
function boundariesAround(text: string, folded: FoldedText, at: number): number[] {
  const places = isBoundary(text, folded, at) ? [at] : [];
  for (const step of [-1, 1]) {
    let count = 0;
    for (let place = at + step; Math.abs(place - at) <= WORD_REACH && count < 2; place += step) {
      if (place < 0 || place > folded.text.length) break;
      if (!isBoundary(text, folded, place)) continue;
      places.push(place);
      count += 1;
    }
  }
  return places;
}

function isBoundary(text: string, { origins }: FoldedText, at: number): boolean {
  const offset = origins[at];
  if (offset === undefined || at === 0) return true;
  return origins[at - 1] !== offset && !isInsideWord(text, offset);
}

/** Long words, by what is like their first and last characters: both ends at about the right distance, or one. */
function placesByEnds(text: string, folded: FoldedText, sought: SoughtWords): FuzzyPlaces {
  const needle = sought.folded;
  const errors = Math.floor(END_LENGTH * END_ERRORS);
  const heads = fuzzyMatches(folded.text, needle.slice(0, END_LENGTH), errors, END_LIMIT);
  const tails = fuzzyMatches(folded.text, needle.slice(-END_LENGTH), errors, END_LIMIT);
  const pairs = heads.matches
    .flatMap((head) => tails.matches.map((tail) => pair(head, tail, needle.length)))
    .filter(({ stretch }) => stretch <= STRETCH)
    .sort((a, b) => a.errors - b.errors || a.stretch - b.stretch)
    .slice(0, PAIR_LIMIT);
  const alone = [
    ...heads.matches.slice(0, 1).map(({ start }) => ({ start, end: start + needle.length })),
    ...tails.matches.slice(0, 1).map(({ end }) => ({ start: end - needle.length, end })),
  ];
  const places = pairs.length > 0 ? pairs : alone;
  const ranges = places.map(({ start, end }) => {
    const within = { start: Math.max(0, start), end: Math.min(folded.text.length, end) };
    return withOuterMarks(text, originalRange(text, folded, within), sought.exact);
  });
  return { ranges, complete: heads.complete && tails.complete };
}

function pair(
  head: FuzzyMatch,
  tail: FuzzyMatch,
  length: number,
): { start: number; end: number; errors: number; stretch: number } {
  const stretch = Math.abs(tail.end - head.start - length) / length;
  return { start: head.start, end: tail.end, errors: head.errors + tail.errors, stretch };
}
