import { longestRise } from './changed-text.ts';

/** Above so many the longest rise is taken for the heaviest. */
const LIMIT = 2_000;

/**
 * The places of those of a list that rise, chosen so that their weights together are the greatest. Takes time in
 * proportion to the square of its length.
 */
export function heaviestRise(list: readonly { after: number; weight: number }[]): number[] {
  if (list.length > LIMIT) return [...longestRise(list.map(({ after }) => after))];
  const best: { weight: number; previous: number }[] = [];
  let top = -1;
  for (const [index, { after, weight }] of list.entries()) {
    let previous = -1;
    for (let other = 0; other < index; other += 1) {
      if ((list[other]?.after ?? 0) >= after) continue;
      if ((best[other]?.weight ?? 0) > (best[previous]?.weight ?? 0)) previous = other;
    }
    best.push({ weight: weight + (best[previous]?.weight ?? 0), previous });
    if (top < 0 || (best[index]?.weight ?? 0) > (best[top]?.weight ?? 0)) top = index;
  }
  const places: number[] = [];
  for (let index = top; index >= 0; index = best[index]?.previous ?? -1) places.push(index);
  return places;
}
