import { longestCommonSubsequence } from '../../text/common-subsequence.ts';
import { joinHan } from './join-han.ts';
import type { Token } from './tokens.ts';

/** A stretch in which two texts differ: what only the first has there, and what only the second has. */
export interface Hunk {
  removed: Placed[];
  inserted: Placed[];
}

/** A token and its neighbours in its text. */
export interface Placed {
  token: Token;
  before: Token | undefined;
  /** What precedes `before`. */
  earlier: Token | undefined;
  after: Token | undefined;
}

/** Tokens of a text of which only some are compared, from an index up to another; the others are what stands around them. */
export interface Extract {
  tokens: readonly Token[];
  from: number;
  to: number;
}

/** All of a text. */
export function whole(tokens: readonly Token[]): Extract {
  return { tokens, from: 0, to: tokens.length };
}

/** Bounds the work where texts have little in common; then some words are taken for changed that are not. */
const PAIR_LIMIT = 2 ** 16;

/** The stretches in which two texts differ, word by word, in order; none when all words are the same. */
export function hunksOf(left: Extract, right: Extract): Hunk[] {
  let start = 0;
  const shorter = Math.min(left.to - left.from, right.to - right.from);
  while (start < shorter && isSame(left.from + start, right.from + start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(left.to - 1 - end, right.to - 1 - end)) end += 1;
  const lefts = left.tokens.slice(left.from + start, left.to - end);
  const rights = right.tokens.slice(right.from + start, right.to - end);
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

  function isSame(atLeft: number, atRight: number): boolean {
    return left.tokens[atLeft]?.key === right.tokens[atRight]?.key;
  }
}

function keyOf(token: Token): string {
  return token.key;
}

/** @param start an index from where the extract begins. */
function place({ tokens, from }: Extract, start: number, end: number): Placed[] {
  return tokens.slice(from + start, from + end).map((token, index) => {
    const at = from + start + index;
    return { token, before: tokens[at - 1], earlier: tokens[at - 2], after: tokens[at + 1] };
  });
}
