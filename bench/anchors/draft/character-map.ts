import type { Draft, Origin, Part, Token } from './draft.ts';
import type { Layout } from './layout.ts';

/** What was written in place of characters of the first revision, or within one of its words: a plural's s. */
export interface Replacement {
  /** What stood there in the first revision; start = end where nothing did. */
  origin: Origin;
  /** In the latest revision, in UTF-16 code units. */
  start: number;
  end: number;
}

/** Where every character of the first revision went. */
export interface CharacterMap {
  /** For each code unit of the first revision, its place in the latest one, or -1. White space that joins is not followed. */
  places: Int32Array;
  /** For each code unit of the latest revision, its place in the first one, or -1. */
  origins: Int32Array;
  replacements: Replacement[];
  swaps: readonly Origin[];
  forged: readonly Origin[];
}

/**
 * @param length of the first revision, in UTF-16 code units.
 * @param latest the draft as it is now, laid out.
 */
export function mapCharacters(draft: Draft, length: number, latest: Layout): CharacterMap {
  const places = new Int32Array(length).fill(-1);
  const origins = new Int32Array(latest.text.length).fill(-1);
  const replacements: Replacement[] = [];
  for (const { part, token, start } of latest.parts) {
    const end = start + part.text.length;
    if (part.origin !== null) {
      for (let at = 0; at < part.text.length; at += 1) {
        places[part.origin + at] = start + at;
        origins[start + at] = part.origin + at;
      }
    } else {
      const origin = part.replaces ?? placeWithin(token, part);
      if (origin !== null) replacements.push({ origin, start, end });
    }
  }
  return { places, origins, replacements, swaps: draft.swaps, forged: draft.forged };
}

function placeWithin({ parts }: Token, part: Part): Origin | null {
  const at = parts.indexOf(part);
  const before = parts.slice(0, at).findLast(({ origin }) => origin !== null);
  const after = parts.slice(at).find(({ origin }) => origin !== null);
  const place = before?.origin == null ? after?.origin : before.origin + before.text.length;
  return place == null ? null : { start: place, end: place };
}

/** The places in the first revision, in order, at which something else follows now than did then, in UTF-16 code units. */
export function changedPlaces({ places }: CharacterMap, text: string): number[] {
  const changed: number[] = [];
  let previous = -1;
  for (let at = 0; at < text.length; at += 1) {
    // Joining white space is in no part.
    if (text[at]?.trim() === '') continue;
    const place = places[at] ?? -1;
    const expected = previous === -1 ? place : (places[previous] ?? -1) + at - previous;
    if (place === -1 || place !== expected) changed.push(at);
    previous = at;
  }
  return changed;
}
