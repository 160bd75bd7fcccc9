import search, { type Match } from 'approx-string-match';
import type { TextRange } from '../text/range.ts';

/** A place where something like a pattern stands, and how many characters are put in, left out or replaced there. */
export interface FuzzyMatch extends TextRange {
  errors: number;
}

export interface FuzzyMatches {
  /** Best first, none overlapping. */
  matches: FuzzyMatch[];
  /** False when so much of the text is like the pattern that not all of it was searched. */
  complete: boolean;
}

/** The library tells the best places alone, so a text is searched a window at a time. In UTF-16 code units. */
const WINDOW = 4096;
/** Places that match equally well are so many in a text like "aaaa…" that finding where each begins takes seconds. */
const RAW_LIMIT = 6000;
/** How often a window is searched again beside the best place in it, for the next best. */
const DEPTH = 4;

/**
 * Finds where something like a pattern stands: Myers' bit-parallel search ("A fast bit-vector algorithm for approximate
 * string matching based on dynamic programming", JACM 46(3), 1999). Takes time in proportion to the text times the pattern
 * over 32.
 * @param maxErrors up to so many; each must leave something of the pattern.
 * @param limit how many matches at most.
 */
export function fuzzyMatches(text: string, pattern: string, maxErrors: number, limit: number): FuzzyMatches {
  const budget = { left: RAW_LIMIT };
  const reach = pattern.length + maxErrors;
  let matches: FuzzyMatch[] = [];
  let allowed = maxErrors;
  for (let at = 0; at < text.length && budget.left > 0; at += WINDOW) {
    const found = bestIn(text, { start: at, end: at + WINDOW + reach }, pattern, allowed, budget);
    if (found.length === 0) continue;
    matches = separate([...matches, ...found]).slice(0, limit);
    if (matches.length === limit) allowed = matches.at(-1)?.errors ?? allowed;
  }
  const windows = new Set(matches.map(({ start }) => Math.floor(start / WINDOW)));
  for (const index of windows) {
    const window = { start: Math.max(0, index * WINDOW - reach), end: (index + 1) * WINDOW + reach };
    matches.push(...searchAgain(text, window, matches, pattern, allowed, budget, DEPTH));
  }
  return { matches: separate(matches).slice(0, limit), complete: budget.left > 0 };
}

/** What else stands in a window, beside the places found in it. */
function searchAgain(
  text: string,
  window: TextRange,
  found: readonly FuzzyMatch[],
  pattern: string,
  maxErrors: number,
  budget: { left: number },
  depth: number,
): FuzzyMatch[] {
  const inside = found
    .filter(({ start, end }) => start < window.end && end > window.start)
    .sort((a, b) => a.start - b.start);
  const more: FuzzyMatch[] = [];
  let start = window.start;
  for (const end of [...inside.map((match) => match.start), Math.min(window.end, text.length)]) {
    const between = { start, end };
    start = inside.find((match) => match.start === end)?.end ?? end;
    if (depth === 0 || budget.left <= 0 || between.end - between.start < pattern.length - maxErrors) continue;
    const next = bestIn(text, between, pattern, maxErrors, budget);
    if (next.length > 0)
      more.push(...next, ...searchAgain(text, between, next, pattern, maxErrors, budget, depth - 1));
  }
  return more;
}

function bestIn(
  text: string,
  { start, end }: TextRange,
  pattern: string,
  maxErrors: number,
  budget: { left: number },
): FuzzyMatch[] {
  const raw = search(text.slice(start, end), pattern, maxErrors);
  budget.left -= raw.length;
  return separate(
    raw.map((match) => ({ start: start + match.start, end: start + match.end, errors: match.errors })),
    pattern.length,
  );
}

/** Of matches that overlap the best one, or the one whose length is nearest; best first. */
function separate(matches: readonly Match[], length = 0): FuzzyMatch[] {
  const misfit = ({ start, end }: TextRange): number => Math.abs(end - start - length);
  const sorted = matches.toSorted(
    (a, b) => a.errors - b.errors || (length === 0 ? 0 : misfit(a) - misfit(b)) || a.start - b.start,
  );
  const kept: FuzzyMatch[] = [];
  for (const match of sorted) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match);
    if (kept.length >= KEPT_LIMIT) break;
  }
  return kept;
}

/** As many of one window as any answer shows. */
const KEPT_LIMIT = 64;
