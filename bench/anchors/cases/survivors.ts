import type { CharacterMap } from '../draft/character-map.ts';
import type { Origin } from '../draft/draft.ts';

/** Characters of a quote that have stayed together: a range of the latest text, in UTF-16 code units. */
export interface Cluster extends Origin {
  /** How many of the quote's code units, white space aside, are there. */
  count: number;
}

/** What is left of a quote. */
export interface Survivors {
  /** The quote's length without white space, in UTF-16 code units. */
  length: number;
  count: number;
  /** In the order of the quote. */
  clusters: Cluster[];
  /** Whether all of the quote is there, in its order, with nothing but white space come in between. */
  areVerbatim: boolean;
}

/** Follows a quote's characters; what comes between them tears it apart if it is old, or longer than the quote. */
export function followQuote(before: string, quote: Origin, map: CharacterMap, after: string): Survivors {
  const clusters: Cluster[] = [];
  let [length, count] = [0, 0];
  let areVerbatim = true;
  for (let at = quote.start; at < quote.end; at += 1) {
    if (isSpace(before, at)) continue;
    length += 1;
    const place = map.places[at] ?? -1;
    if (place === -1) continue;
    count += 1;
    const cluster = clusters.at(-1);
    const gap = cluster === undefined ? null : { start: cluster.end, end: place };
    if (gap !== null && after.slice(gap.start, gap.end).trim() !== '') areVerbatim = false;
    if (cluster === undefined || gap === null || tears(gap, quote, map, after)) {
      clusters.push({ start: place, end: place + 1, count: 1 });
    } else {
      cluster.end = place + 1;
      cluster.count += 1;
    }
  }
  return { length, count, clusters, areVerbatim: areVerbatim && clusters.length === 1 && count === length };
}

function tears({ start, end }: Origin, quote: Origin, { origins }: CharacterMap, after: string): boolean {
  if (end < start || end - start > quote.end - quote.start) return true;
  for (let at = start; at < end; at += 1) {
    const origin = origins[at] ?? -1;
    if (origin !== -1 && !isSpace(after, at) && (origin < quote.start || origin >= quote.end)) return true;
  }
  return false;
}

function isSpace(text: string, at: number): boolean {
  return text[at]?.trim() === '';
}
