import type { TextRange } from '../../text/range.ts';

const BEFORE = /(\p{Lu}[\p{L}\p{M}]+)[-‐‑]$/u;
const AFTER = /^[-‐‑]\p{Lu}[\p{L}\p{M}]/u;

/** What is put before a name without making another of it: Pro-Stalin, Post-Soviet. */
const PREFIXES = new Set(
  'all anti contra counter euro ex extra inter intra mid neo non pan para post pre pro proto pseudo quasi semi sub super trans ultra'.split(
    ' ',
  ),
);

/** A word that is longer is none. */
const LONGEST = 50;

/**
 * Whether a stretch of a text is but a part of a word that hyphens join of several with capitals, and so most likely not
 * what it says by itself: Curie in Joliot-Curie, Hungary in Austria-Hungary. A dash joins nothing: Molotov–Ribbentrop.
 */
export function isPartOfCompound(text: string, { start, end }: TextRange): boolean {
  if (AFTER.test(text.slice(end, end + 5))) return true;
  const before = BEFORE.exec(text.slice(Math.max(0, start - LONGEST), start))?.[1];
  return before !== undefined && !PREFIXES.has(before.toLowerCase());
}
