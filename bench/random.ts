/** Numbers from 0 up to, and without, 1. */
export type Random = () => number;

/** The generator mulberry32: the same numbers in every run, so that every run asks the same. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function integerBelow(random: Random, bound: number): number {
  return Math.floor(random() * bound);
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[integerBelow(random, items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}
