import { distance } from 'fastest-levenshtein';
import { SHORT_QUOTE } from '../../../src/anchors/statement.ts';
import { sum } from '../../statistics.ts';
import type { CharacterMap } from '../draft/character-map.ts';
import type { Origin } from '../draft/draft.ts';
import { PARAGRAPH_BREAK } from '../draft/layout.ts';
import { followQuote, type Survivors } from './survivors.ts';

/**
 * Where a quote has to be, in UTF-16 code units of the latest text.
 *
 * - `verbatim`: all its characters are still together, so exactly there.
 * - `edited`: more than half of them are, so there: between the two ranges, or most of either.
 * - `torn`: they have been parted; with any of the larger parts, or the whole if it is not too long, or nowhere.
 * - `gone`: half or fewer are left; nowhere, though to find what is left is no mistake.
 * - `swapped`: a short quote now says something else; nowhere.
 * - `forged`: it was taken out while a look-alike came in; nowhere.
 *
 * A quote that holds only a part of what was swapped or forged is `gone`.
 */
export type Expected =
  | { rule: 'verbatim'; range: Origin; bordersChanged: boolean }
  | { rule: 'edited'; inner: Origin; outer: Origin; changed: number; saysOther: boolean }
  | { rule: 'torn'; parts: Origin[] }
  | { rule: 'gone'; left: Origin | null }
  | { rule: 'swapped'; left: Origin | null; changed: number }
  | { rule: 'forged' };

/** From which share of its characters on what is left of a quote may be taken for it, and must be. */
const MAY = 1 / 3;
const MUST = 1 / 2;

/** How many times as long as a quote its parts may reach, with what has come between, to be found as one. */
const FARTHEST = 2;

/** The right answer for a quote of a text, told from what became of its characters. */
export function expect(before: string, quote: Origin, map: CharacterMap, after: string): Expected {
  if (isCovered(quote, map.forged)) return { rule: 'forged' };
  const exact = before.slice(quote.start, quote.end);
  const survivors = followQuote(before, quote, map, after);
  const saysOther = map.swaps.some((swap) => changesWithin(swap, quote));
  const hulls = hullsOf(survivors, quote, map);
  const now = hulls === null ? '' : after.slice(hulls.inner.start, hulls.inner.end);
  const changed = distance(exact, now) / exact.length;
  if (saysOther && [...exact].length <= SHORT_QUOTE)
    return { rule: 'swapped', left: hulls?.inner ?? null, changed };
  if (hulls !== null && survivors.areVerbatim && isSame(hulls.inner, hulls.outer))
    return { rule: 'verbatim', range: hulls.inner, bordersChanged: now !== exact };
  const share = survivors.count / survivors.length;
  const isPartlyOther = [...map.forged, ...map.swaps].some((range) => overlap(range, quote)) && !saysOther;
  if (survivors.clusters.length > 1) return { rule: 'torn', parts: partsOf(survivors, quote) };
  if (hulls !== null && share > MUST && !isPartlyOther)
    return { rule: 'edited', ...hulls, changed, saysOther };
  const mayBeFound = hulls !== null && Math.max(share, 1 - changed) > MAY;
  return { rule: 'gone', left: mayBeFound ? hulls.outer : null };
}

/** The larger parts, and the whole of them where they are in order and not far apart. */
function partsOf({ clusters, count }: Survivors, quote: Origin): Origin[] {
  const larger = clusters.filter((cluster) => cluster.count / count > MAY);
  const whole = hull(clusters);
  const areInOrder = clusters.every(({ start }, index) => start >= (clusters[index - 1]?.end ?? 0));
  const isNear = whole !== null && whole.end - whole.start <= FARTHEST * (quote.end - quote.start);
  return areInOrder && isNear ? [...larger, whole] : larger;
}

/** Whether all of a quote but the white space at its joints is in the ranges. */
function isCovered(quote: Origin, ranges: readonly Origin[]): boolean {
  const common = ranges
    .map(({ start, end }) => Math.min(end, quote.end) - Math.max(start, quote.start))
    .filter((length) => length > 0);
  const joints = PARAGRAPH_BREAK.length * Math.max(0, common.length - 1);
  return common.length > 0 && sum(common) >= quote.end - quote.start - joints;
}

/** What is left with all that stands in place of the quote's words, and the same with words replaced only in part. */
function hullsOf(
  { clusters }: Survivors,
  quote: Origin,
  { replacements }: CharacterMap,
): { inner: Origin; outer: Origin } | null {
  const touching = replacements.filter(({ origin }) => overlap(origin, quote) || isEmptyAt(origin, quote));
  const covered = touching.filter(({ origin }) => origin.start >= quote.start && origin.end <= quote.end);
  const inner = hull([...clusters, ...covered.filter(({ origin }) => !isEmptyAt(origin, quote))]);
  const outer = hull([...clusters, ...touching]);
  return inner === null || outer === null ? null : { inner, outer };
}

/** Whether something came in at the very edge of the quote, within a word. */
function isEmptyAt({ start, end }: Origin, quote: Origin): boolean {
  return start === end && (start === quote.start || start === quote.end);
}

function hull(ranges: readonly Origin[]): Origin | null {
  if (ranges.length === 0) return null;
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

function changesWithin(swap: Origin, quote: Origin): boolean {
  if (swap.start === swap.end) return quote.start < swap.start && swap.start < quote.end;
  return quote.start <= swap.start && swap.end <= quote.end;
}

export function overlap(one: Origin, other: Origin): boolean {
  return one.start < other.end && other.start < one.end;
}

function isSame(one: Origin, other: Origin): boolean {
  return one.start === other.start && one.end === other.end;
}
