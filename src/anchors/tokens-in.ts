import type { RevisionAlignment } from './alignment/align-revisions.ts';

/** Tokens that follow each other, from `start` up to, and without, `end`. */
export interface TokenRange {
  start: number;
  end: number;
}

/**
 * The tokens of a changed unit that a stretch touches, in order.
 * @param text the index of the unit's text among those of the alignment's map.
 * @param from and `to` in UTF-16 code units.
 */
export function tokensIn(
  { map: { before } }: RevisionAlignment,
  text: number,
  from: number,
  to: number,
): TokenRange {
  const first = before.firstOf[text] ?? 0;
  const last = before.firstOf[text + 1] ?? 0;
  return {
    start: firstWhere(first, last, (token) => (before.ends[token] ?? 0) > from),
    end: firstWhere(first, last, (token) => (before.starts[token] ?? 0) >= to),
  };
}

function firstWhere(from: number, to: number, holds: (token: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
