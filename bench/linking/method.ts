import { bytesInUse } from './memory.ts';

/** Stretches of paragraphs: for each its paragraph's index, its start and its end, one after the other. */
export type Places = number[];

/** Something that finds names in paragraphs: what is outermost, of any kind. */
export type Find = (paragraphs: readonly string[]) => Places;

/** How a method did. */
export interface Measured {
  buildSeconds: number;
  bytes: number;
  findSeconds: number;
  places: Places;
}

/** Builds something that finds names, and lets it, once to warm up and once for the figures. */
export function measure(build: () => Find, paragraphs: readonly string[]): Measured {
  const before = bytesInUse();
  const start = performance.now();
  const find = build();
  const built = performance.now();
  const bytes = bytesInUse() - before;
  find(paragraphs.slice(0, Math.ceil(paragraphs.length / 10)));
  const begun = performance.now();
  const places = find(paragraphs);
  const end = performance.now();
  return { buildSeconds: (built - start) / 1000, bytes, findSeconds: (end - begun) / 1000, places };
}
