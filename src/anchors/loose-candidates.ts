import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { TextRange } from '../text/range.ts';
import { bestApart, type Candidate } from './candidate.ts';
import { contextLikeness } from './context.ts';
import { type FoldedText, foldedSource, foldText, originalRange } from './fold.ts';
import { foldedPlaces } from './folded-places.ts';
import { fuzzyPlaces } from './fuzzy-places.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Quote } from './quote.ts';
import { SoughtWords } from './sought-words.ts';

/** What scores less is no suggestion; without context to tell, words are like too many. */
const FLOOR = 0.4;
const FLOOR_ALONE = 0.5;
const ERRORS = 0.6;
/** How much of a score is the context's where there is one. */
const CONTEXT_SHARE = 0.3;
/** How many places of words that stand in very many are looked at: the first, and those with a little of the context. */
const PLACE_LIMIT = 1000;
const NEIGHBOUR_LENGTH = 8;

/**
 * The places where something like a quote stands, best first, none overlapping; for showing only, as what stands there
 * may say something else. The score is how much the words are like the quote (see Candidate), and where the quote has
 * context, how much that is like what stands beside them, three tenths of it. So words that were replaced between their old
 * neighbours are suggested as well.
 * @param limit how many at most.
 * @param language BCP 47.
 * @returns UTF-16 ranges in whole graphemes.
 */
export function candidatesFor(
  source: { readonly text: string },
  quote: Quote,
  limit: number,
  language?: string,
): Candidate[] {
  const { text } = source;
  const folded = foldedSource(source);
  const words = new SoughtWords(quote.exact, language);
  if (words.folded === '') return [];
  const ranges = [
    ...first(verbatimPlaces(text, quote)),
    ...foldedPlaces(text, folded, words).slice(0, PLACE_LIMIT),
    ...fuzzyPlaces(text, folded, words, ERRORS, 2 * limit).ranges,
    ...placesBetween(text, folded, quote),
  ];
  const floor = quote.prefix + quote.suffix === '' ? FLOOR_ALONE : FLOOR;
  const score = scorer(text, folded, words, quote);
  const candidates = ranges.map((range) => ({ range, score: score(range) }));
  return bestApart(
    candidates.filter((candidate) => candidate.score >= floor),
    limit,
  );
}

function scorer(
  text: string,
  folded: FoldedText,
  words: SoughtWords,
  quote: Quote,
): (range: TextRange) => number {
  const beside = contextLikeness(folded, quote);
  return (range) => {
    const score = words.score(text.slice(range.start, range.end));
    const { before, after } = beside(range);
    const sides = [before, after].filter((side) => side !== undefined);
    if (sides.length === 0) return score;
    const context = sides.reduce((sum, side) => sum + side, 0) / sides.length;
    return (1 - CONTEXT_SHARE) * score + CONTEXT_SHARE * context;
  };
}

/** Where the words stand verbatim with a little of their context on either side, and then the first places of all. */
function* verbatimPlaces(text: string, { exact, prefix, suffix }: Quote): Generator<TextRange> {
  const before = prefix.slice(-NEIGHBOUR_LENGTH);
  const after = suffix.slice(0, NEIGHBOUR_LENGTH);
  const shapes = [
    [before, after],
    [before, ''],
    ['', after],
    ['', ''],
  ] as const;
  for (const [head, tail] of shapes) {
    for (const { start, end } of occurrencesOf(text, head + exact + tail, PLACE_LIMIT / 4)) {
      const range = { start: start + head.length, end: end - tail.length };
      if (isGraphemeBoundary(text, range.start) && isGraphemeBoundary(text, range.end)) yield range;
    }
  }
}

function first(ranges: Iterable<TextRange>): TextRange[] {
  return [...ranges].slice(0, PLACE_LIMIT);
}

/** What stands between the old neighbours of the words, if they still stand close to each other. */
function placesBetween(text: string, folded: FoldedText, quote: Quote): TextRange[] {
  const prefix = foldText(quote.prefix).text;
  const suffix = foldText(quote.suffix).text;
  if (prefix.length < NEIGHBOUR_LENGTH || suffix.length < NEIGHBOUR_LENGTH) return [];
  const reach = 2 * quote.exact.length + 64;
  const ranges: TextRange[] = [];
  for (const place of occurrencesOf(folded.text, prefix)) {
    const between = folded.text.slice(place.end, place.end + reach + suffix.length).indexOf(suffix);
    if (between > 0) ranges.push(originalRange(text, folded, { start: place.end, end: place.end + between }));
    if (ranges.length === PLACE_LIMIT) break;
  }
  return ranges;
}
