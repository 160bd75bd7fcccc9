import { bestApart, type Candidate } from './candidate.ts';
import { type FoldedText, originalRange } from './fold.ts';
import { occurrencesOf } from './occurrences.ts';
import type { SoughtWords } from './sought-words.ts';

/** The least share of the words' characters that must stand together for a place to be worth showing. */
const LEAST_SHARE = 0.3;

/**
 * The places where the longest part of some words stands, from their start or to their end, but for case and the like. For
 * showing only. The score is the part's share.
 */
export function longestParts(
  text: string,
  folded: FoldedText,
  sought: SoughtWords,
  limit: number,
): Candidate[] {
  const needle = sought.folded;
  const least = Math.max(2, Math.ceil(LEAST_SHARE * needle.length));
  const parts = [
    longest(needle.length, (length) => needle.slice(0, length), folded.text),
    longest(needle.length, (length) => needle.slice(-length), folded.text),
  ].filter((part) => part.length >= least);
  const candidates: Candidate[] = [];
  for (const part of parts) {
    for (const place of occurrencesOf(folded.text, part, limit))
      candidates.push({ range: originalRange(text, folded, place), score: part.length / needle.length });
  }
  return bestApart(candidates, limit);
}

/** The longest part that stands in the text: a longer one can only stand where a shorter one does. */
function longest(length: number, take: (length: number) => string, text: string): string {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stands(text, take(middle))) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : take(low);
}

function stands(text: string, words: string): boolean {
  return !occurrencesOf(text, words, 1).next().done;
}
