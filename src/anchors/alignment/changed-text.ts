import { alignUnits } from '../../text/align.ts';

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
  const unchanged = alignUnits(before, after);
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
