import type { Find, Places } from './method.ts';
import { entries } from './registry.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** A look-up per n-gram: at each word the longest name that begins there, by a look-up for each number of words. */
export function buildNgrams(nameCount: number, seed: number): Find {
  const names = new Map<string, string[]>();
  let longest = 1;
  for (const { entityId, names: own } of entries(nameCount, seed))
    for (const { text } of own) {
      const ids = names.get(text);
      if (ids === undefined) names.set(text, [entityId]);
      else ids.push(entityId);
      longest = Math.max(longest, text.split(' ').length);
    }
  return (paragraphs) => {
    const places: Places = [];
    for (const [index, text] of paragraphs.entries()) {
      const starts: number[] = [];
      const ends: number[] = [];
      for (const { index: start, 0: word } of text.matchAll(WORD)) {
        starts.push(start);
        ends.push(start + word.length);
      }
      for (let first = 0; first < starts.length; first += 1) {
        for (let last = Math.min(first + longest, starts.length) - 1; last >= first; last -= 1) {
          if (!names.has(text.slice(starts[first], ends[last]))) continue;
          places.push(index, starts[first] ?? 0, ends[last] ?? 0);
          first = last;
          break;
        }
      }
    }
    return places;
  };
}
