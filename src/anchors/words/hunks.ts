import { longestCommonSubsequence } from '../../text/common-subsequence.ts';
import { joinHan } from './join-han.ts';
import type { Token } from './tokens.ts';

/** A stretch in which two texts differ: what only the first has there, and what only the second has. */
export interface Hunk {
  removed: Placed[];
  inserted: Placed[];
}

/** A token and what precedes it in its text. */
export interface Placed {
  token: Token;
  before: Token | undefined;
}

/** Bounds the work where texts have little in common; then some words are taken for changed that are not. */
const PAIR_LIMIT = 2 ** 16;

/** The stretches in which two texts differ, word by word, in order; none when all words are the same. */
export function hunksOf(left: readonly Token[], right: readonly Token[]): Hunk[] {
  let start = 0;
  const shorter = Math.min(left.length, right.length);
  while (start < shorter && left[start]?.key === right[start]?.key) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end)?.key === right.at(-1 - end)?.key) end += 1;
  const lefts = left.slice(start, left.length - end);
  const rights = right.slice(start, right.length - end);
  const pairs = longestCommonSubsequence(lefts.map(keyOf), rights.map(keyOf), PAIR_LIMIT);
  const hunks: Hunk[] = [];
  let atLeft = 0;
  let atRight = 0;
  let endOfLast = 0;
  const gaps: Placed[][] = [];
  for (const [toLeft, toRight] of [...pairs, [lefts.length, rights.length] as const]) {
    if (toLeft > atLeft || toRight > atRight) {
      hunks.push({
        removed: place(left, start + atLeft, start + toLeft),
        inserted: place(right, start + atRight, start + toRight),
      });
      gaps.push(place(left, start + endOfLast, start + atLeft));
      endOfLast = toLeft;
    }
    atLeft = toLeft + 1;
    atRight = toRight + 1;
  }
  return joinHan(hunks, gaps);
}

function keyOf(token: Token): string {
  return token.key;
}

function place(tokens: readonly Token[], start: number, end: number): Placed[] {
  return tokens.slice(start, end).map((token, index) => ({ token, before: tokens[start + index - 1] }));
}
