import { longestCommonSubsequence } from '../../text/common-subsequence.ts';
import { commonSoleGrams } from './sole-grams.ts';

/** Part of a sequence of tokens: the kinds from `start` up to, and without, `end`. */
export interface TokenSpan {
  kinds: Int32Array;
  /** The weight of each token: how much it says that it stands again. */
  weights: Int32Array;
  start: number;
  end: number;
}

/** How many pairs of tokens are weighed at most; above that the sequences are cut first where they surely agree. */
const CELL_LIMIT = 2 ** 16;

/** What it adds to a pair of equal tokens that the tokens before them are a pair as well. */
const CONTIGUITY = 3;

/** The lengths of the sequences of tokens that are looked for when cutting. */
const GRAM_LENGTHS = [6, 3, 1];

/**
 * Pairs the tokens of two sequences that stand in both, in order: of all ways to do so the one that keeps the most
 * weight in the fewest pieces. Long sequences are first cut at runs of tokens that come once in each, which is
 * the method of patience diff, so that the time grows with the sequences and not with their product.
 *
 * @param pair called for each pair with the indexes of its tokens, in any order.
 */
export function matchTokens(
  left: TokenSpan,
  right: TokenSpan,
  pair: (left: number, right: number) => void,
): void {
  let { start: leftStart, end: leftEnd } = left;
  let { start: rightStart, end: rightEnd } = right;
  while (leftStart < leftEnd && rightStart < rightEnd && left.kinds[leftStart] === right.kinds[rightStart]) {
    pair(leftStart, rightStart);
    leftStart += 1;
    rightStart += 1;
  }
  while (
    leftStart < leftEnd &&
    rightStart < rightEnd &&
    left.kinds[leftEnd - 1] === right.kinds[rightEnd - 1]
  ) {
    leftEnd -= 1;
    rightEnd -= 1;
    pair(leftEnd, rightEnd);
  }
  if (leftStart === leftEnd || rightStart === rightEnd) return;
  const leftRest = { ...left, start: leftStart, end: leftEnd };
  const rightRest = { ...right, start: rightStart, end: rightEnd };
  if ((leftEnd - leftStart) * (rightEnd - rightStart) <= CELL_LIMIT) weigh(leftRest, rightRest, pair);
  else cut(leftRest, rightRest, pair);
}

function cut(left: TokenSpan, right: TokenSpan, pair: (left: number, right: number) => void): void {
  for (const length of GRAM_LENGTHS) {
    const anchors = commonSoleGrams(left, right, length);
    if (anchors.length === 0) continue;
    let leftStart = left.start;
    let rightStart = right.start;
    for (const [leftAnchor, rightAnchor] of anchors) {
      if (leftAnchor < leftStart || rightAnchor < rightStart) continue;
      matchTokens(
        { ...left, start: leftStart, end: leftAnchor },
        { ...right, start: rightStart, end: rightAnchor },
        pair,
      );
      for (let offset = 0; offset < length; offset += 1) pair(leftAnchor + offset, rightAnchor + offset);
      leftStart = leftAnchor + length;
      rightStart = rightAnchor + length;
    }
    matchTokens({ ...left, start: leftStart }, { ...right, start: rightStart }, pair);
    return;
  }
  const subsequence = longestCommonSubsequence(asTexts(left), asTexts(right), CELL_LIMIT);
  for (const [leftIndex, rightIndex] of subsequence) pair(left.start + leftIndex, right.start + rightIndex);
}

function asTexts({ kinds, start, end }: TokenSpan): string[] {
  return Array.from(kinds.subarray(start, end), String);
}

/** Weighs every way to pair the tokens: `matched` holds the best from a pair on, `best` the best from a place on. */
function weigh(left: TokenSpan, right: TokenSpan, pair: (left: number, right: number) => void): void {
  const height = left.end - left.start;
  const width = right.end - right.start;
  const stride = width + 1;
  const best = new Int32Array((height + 1) * stride);
  const matched = new Int32Array((height + 1) * stride);
  for (let row = height - 1; row >= 0; row -= 1) {
    const kind = left.kinds[left.start + row];
    const weight = left.weights[left.start + row] ?? 1;
    for (let column = width - 1; column >= 0; column -= 1) {
      const cell = row * stride + column;
      const below = best[cell + stride] ?? 0;
      const beside = best[cell + 1] ?? 0;
      let most = below > beside ? below : beside;
      if (right.kinds[right.start + column] === kind) {
        const after = best[cell + stride + 1] ?? 0;
        const joined = matched[cell + stride + 1] ?? 0;
        const taken = weight + (joined > 0 && joined + CONTIGUITY > after ? joined + CONTIGUITY : after);
        matched[cell] = taken;
        if (taken > most) most = taken;
      }
      best[cell] = most;
    }
  }
  let row = 0;
  let column = 0;
  let joined = false;
  while (row < height && column < width) {
    const cell = row * stride + column;
    const here = matched[cell] ?? 0;
    if (here > 0 && (joined || here === best[cell])) {
      pair(left.start + row, right.start + column);
      const next = matched[cell + stride + 1] ?? 0;
      joined = next > 0 && next + CONTIGUITY > (best[cell + stride + 1] ?? 0);
      row += 1;
      column += 1;
    } else if (best[cell] === best[cell + stride]) row += 1;
    else column += 1;
  }
}
