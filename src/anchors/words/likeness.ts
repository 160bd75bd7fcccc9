import { distance } from 'fastest-levenshtein';

/** Up to so many code units in which texts differ the distance is exact; the time grows with their square. */
const EXACT_LIMIT = 4000;

/**
 * 1 less the edit distance (Levenshtein: characters put in, left out or replaced) over the length of the longer text, both
 * in code points: 0 to 1, and 1 for equal texts alone. Where more than 4,000 code units differ it is an estimate, by
 * pieces that both have.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  // In one order, whichever was given first, so that estimates are the same both ways.
  const [first, second] = one < other ? [one, other] : [other, one];
  const [left, right] = /[\uD800-\uDFFF]/.test(first + second) ? byCodePoint(first, second) : [first, second];
  let start = 0;
  const shorter = Math.min(left.length, right.length);
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const edits = editsBetween(left.slice(start, left.length - end), right.slice(start, right.length - end));
  return 1 - Math.max(edits, 1) / Math.max(left.length, right.length, 1);
}

function editsBetween(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  if (Math.max(left.length, right.length) <= EXACT_LIMIT) return distance(left, right);
  return estimate(left, right);
}

/** Characters in pieces of one text that the other has not as often, whichever is more. */
function estimate(left: string, right: string): number {
  const counts = new Map<string, number>();
  for (const piece of piecesOf(left)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  let shared = 0;
  for (const piece of piecesOf(right)) {
    const count = counts.get(piece) ?? 0;
    if (count === 0) continue;
    counts.set(piece, count - 1);
    shared += piece.length;
  }
  return Math.max(left.length, right.length) - shared;
}

/** Words with what follows them; runs without spaces in pieces of four. */
function piecesOf(text: string): Iterable<string> {
  return text.match(/[^\s\u0E00-\uFFFF]{1,32}\s*|\s+|[\u0E00-\uFFFF]{1,4}/g) ?? [];
}

/** Each character beyond the first plane as one private one, so that code units count code points. */
function byCodePoint(first: string, second: string): [string, string] {
  const replacements = new Map<string, string>();
  const replace = (character: string): string => {
    const known = replacements.get(character);
    if (known !== undefined) return known;
    const made = String.fromCharCode(0xe000 + (replacements.size % 0x1900));
    replacements.set(character, made);
    return made;
  };
  const rewrite = (text: string): string => text.replace(/[\u{10000}-\u{10FFFF}]/gu, replace);
  return [rewrite(first), rewrite(second)];
}
