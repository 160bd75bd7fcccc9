import type { TokenMap } from './token-map.ts';

/**
 * Whether each area's words are where they were in relation to the rest of their unit. Of a unit that moved and was edited
 * the sentences that keep their order are; the heaviest of such orders counts.
 */
export function areasInPlace(map: TokenMap, continuedBy: readonly (number | null)[]): boolean[] {
  const moved = new Map<number, { area: number; start: number; after: number; weight: number }[]>();
  const settled = new Set<number>();
  for (let token = 0; token < map.before.length; token += 1) {
    const image = map.image[token] ?? -1;
    if (image < 0) continue;
    const text = map.before.texts[token] ?? 0;
    const unit = map.beforeUnits[text] ?? 0;
    if (continuedBy[unit] !== map.afterUnits[map.after.texts[image] ?? 0]) continue;
    const area = map.areaOf[token] ?? 0;
    if (map.areas[area]?.moved !== true) settled.add(text);
    else {
      const list = moved.get(text) ?? [];
      moved.set(text, list);
      const last = list.at(-1);
      const weight = map.before.weights[token] ?? 0;
      if (last?.area === area) last.weight += weight;
      else list.push({ area, start: token, after: image, weight });
    }
  }
  const inPlace = map.areas.map(({ moved: isMoved }) => !isMoved);
  for (const [text, list] of moved) {
    if (settled.has(text)) continue;
    for (const area of heaviestRise(list)) inPlace[area] = true;
  }
  return inPlace;
}

function heaviestRise(list: { area: number; after: number; weight: number }[]): number[] {
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
  const areas: number[] = [];
  for (let index = top; index >= 0; index = best[index]?.previous ?? -1) areas.push(list[index]?.area ?? 0);
  return areas;
}
