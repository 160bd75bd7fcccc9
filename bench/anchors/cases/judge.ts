import type { Origin } from '../draft/draft.ts';
import type { Expected } from './expected.ts';

/** `orphaned`: left without a place though it has one. */
export type Verdict = 'right' | 'wrong' | 'orphaned';

/** How much of the two together a place and the true one must share, and what is left of a quote and its place. */
const SHARED = 0.8;
const PARTLY_SHARED = 0.5;

/**
 * @param placed where a method puts the quote, in UTF-16 code units of the latest text; null for nowhere.
 * @param isSame whether the words there are the quote's. Of a letter that stood twice and stands once nobody can say
 *   which one is left, so the same words are right where they are mostly the ones that were meant.
 */
export function judge(expected: Expected, placed: Origin | null, isSame: boolean): Verdict {
  switch (expected.rule) {
    case 'verbatim':
      return placed === null ? 'orphaned' : rightIf(isSameRange(placed, expected.range));
    case 'edited':
      return placed === null
        ? 'orphaned'
        : rightIf(fits(placed, expected) || (isSame && shared(placed, expected.outer) >= PARTLY_SHARED));
    case 'torn':
      return rightIf(placed === null || expected.parts.some((part) => shared(part, placed) >= PARTLY_SHARED));
    case 'gone':
      return rightIf(
        placed === null || (expected.left !== null && shared(expected.left, placed) >= PARTLY_SHARED),
      );
    case 'swapped':
      // Several revisions on, it may say again what it said.
      return rightIf(
        placed === null || (isSame && expected.left !== null && shared(placed, expected.left) >= SHARED),
      );
    case 'forged':
      return rightIf(placed === null);
  }
}

function rightIf(isRight: boolean): Verdict {
  return isRight ? 'right' : 'wrong';
}

function fits(placed: Origin, { inner, outer }: { inner: Origin; outer: Origin }): boolean {
  return (
    shared(placed, inner) >= SHARED ||
    shared(placed, outer) >= SHARED ||
    (outer.start <= placed.start &&
      placed.start <= inner.start &&
      inner.end <= placed.end &&
      placed.end <= outer.end)
  );
}

/** What two ranges have in common as a share of what they cover together: 0 to 1. */
export function shared(one: Origin, other: Origin): number {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  if (common <= 0) return 0;
  return common / (one.end - one.start + other.end - other.start - common);
}

function isSameRange(one: Origin, other: Origin): boolean {
  return one.start === other.start && one.end === other.end;
}
