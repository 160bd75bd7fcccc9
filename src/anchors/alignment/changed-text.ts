import { alignUnits } from '../../text/align.ts';
import { isTelling } from '../../text/telling.ts';

/** Units of two revisions that stand between the same unchanged ones; indexes of units. */
export interface Gap {
  before: number[];
  after: number[];
}

/** What stayed the same between two revisions, and where something changed. */
export interface ChangedText {
  /** For each unit of `after` the unit of `before` with the same words that it continues, or null. */
  unchanged: (number | null)[];
  /** Where units changed, in order; together they hold every unit without an unchanged counterpart, once. */
  gaps: Gap[];
}

/** Finds where two lists of units differ. Takes time in proportion to their number. */
export function findChangedText(before: readonly string[], after: readonly string[]): ChangedText {
  const unchanged = withoutDoubtfulMoves(alignUnits(before, after), after);
  const kept = new Set(unchanged);
  const gaps: Gap[] = [];
  let gap: Gap = { before: [], after: [] };
  let nextBefore = 0;
  const takeBefore = (end: number): void => {
    for (; nextBefore < end; nextBefore += 1) if (!kept.has(nextBefore)) gap.before.push(nextBefore);
  };
  const close = (): void => {
    if (gap.before.length + gap.after.length > 0) gaps.push(gap);
    gap = { before: [], after: [] };
  };
  const inOrder = longestRise(unchanged);
  for (const [index, origin] of unchanged.entries()) {
    if (origin === null) gap.after.push(index);
    else if (inOrder.has(index)) {
      takeBefore(origin);
      close();
      nextBefore = origin + 1;
    }
  }
  takeBefore(before.length);
  close();
  return { unchanged, gaps };
}

/**
 * Leaves out the units that seem to have moved, but say too little to tell: of "It was rejected." under one motion that is gone
 * and under another that is new nobody knows whether it was moved. Such a unit stays paired among the same unchanged ones,
 * and in a run of moved ones that says enough.
 */
function withoutDoubtfulMoves(
  unchanged: readonly (number | null)[],
  after: readonly string[],
): (number | null)[] {
  const inOrder = longestRise(unchanged);
  if (inOrder.size === unchanged.length) return [...unchanged];
  const origins = [...inOrder].map((place) => unchanged[place] ?? 0).sort((a, b) => a - b);
  const result = [...unchanged];
  let passed = 0;
  for (let start = 0; start < unchanged.length; start += 1) {
    const origin = unchanged[start] ?? null;
    if (inOrder.has(start)) passed += 1;
    else if (origin !== null) {
      let end = start + 1;
      while (unchanged[end] === origin + end - start && !inOrder.has(end)) end += 1;
      const isNear = countBelow(origins, origin) === passed;
      if (!isNear && !isTelling(after.slice(start, end).join(' '))) result.fill(null, start, end);
      start = end - 1;
    }
  }
  return result;
}

function countBelow(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of a longest rising subsequence of the numbers: by patience sorting, n log n. */
export function longestRise(numbers: readonly (number | null)[]): Set<number> {
  const lastPlaces: number[] = [];
  const previous = new Int32Array(numbers.length).fill(-1);
  for (const [place, number] of numbers.entries()) {
    if (number === null) continue;
    let low = 0;
    let high = lastPlaces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[lastPlaces[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[place] = lastPlaces[low - 1] ?? -1;
    lastPlaces[low] = place;
  }
  const places = new Set<number>();
  for (let place = lastPlaces.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) places.add(place);
  return places;
}
