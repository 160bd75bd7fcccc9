import type { TokenMap } from './token-map.ts';

/** What a unit of the new text is to the old one. */
export interface AlignedUnit {
  /** The index of the unit that it continues; null for a new one. No unit is continued twice. */
  before: number | null;
  /** Whether its words are the same. */
  unchanged: boolean;
}

/** A unit continues another one when they share at least this much of the lighter one's weight. */
const LEAST_SHARE = 0.3;

/**
 * Says which unit each unit of the new text continues: of the units that it shares words with the one that it shares
 * most with, each only once. Of a unit that was split, one part continues it; of units that were merged, one is continued.
 */
export function continueUnits(unchanged: readonly (number | null)[], map: TokenMap): AlignedUnit[] {
  const units = unchanged.map((before): AlignedUnit => ({ before, unchanged: before !== null }));
  const taken = new Set<number>();
  for (const { old, other, weight } of sharedWeights(map)) {
    const unit = units[map.afterUnits[other] ?? -1];
    const before = map.beforeUnits[old];
    if (unit === undefined || before === undefined || unit.before !== null || taken.has(before)) continue;
    const lighter = Math.min(weightOf(map.before, old), weightOf(map.after, other));
    if (weight < LEAST_SHARE * lighter) continue;
    unit.before = before;
    taken.add(before);
  }
  return units;
}

/** For each changed text of `before`, by its index in the map, the one of `after` that it shares most with. */
export function partnersOf(map: TokenMap): Map<number, number> {
  const partners = new Map<number, number>();
  for (const { old, other } of sharedWeights(map)) if (!partners.has(old)) partners.set(old, other);
  return partners;
}

/** How much each pair of changed units shares, the most first. */
function sharedWeights(map: TokenMap): { old: number; other: number; weight: number }[] {
  const shares = new Map<number, Map<number, number>>();
  for (let token = 0; token < map.before.length; token += 1) {
    const image = map.image[token] ?? -1;
    if (image < 0) continue;
    const old = map.before.texts[token] ?? 0;
    const other = map.after.texts[image] ?? 0;
    const row = shares.get(old) ?? new Map<number, number>();
    shares.set(old, row);
    row.set(other, (row.get(other) ?? 0) + (map.before.weights[token] ?? 0));
  }
  return [...shares]
    .flatMap(([old, row]) => [...row].map(([other, weight]) => ({ old, other, weight })))
    .sort((a, b) => b.weight - a.weight || a.old - b.old || a.other - b.other);
}

function weightOf({ firstOf, weights }: TokenMap['before'], text: number): number {
  let weight = 0;
  const end = firstOf[text + 1] ?? 0;
  for (let token = firstOf[text] ?? 0; token < end; token += 1) weight += weights[token] ?? 0;
  return weight;
}
