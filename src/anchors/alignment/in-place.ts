import { heaviestRise } from './heaviest-rise.ts';
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
    for (const index of heaviestRise(list)) inPlace[list[index]?.area ?? 0] = true;
  }
  return inPlace;
}
