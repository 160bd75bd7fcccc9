import { longestCommonSubsequence } from './common-subsequence.ts';

/**
 * Says which text of one revision each text of the next one continues.
 *
 * Equal texts are paired in order, as many as can be: a longest common subsequence, so that two equal
 * paragraphs stay two, each in its place. (Above some two million pairs of equal texts the subsequence is a
 * long one but perhaps not the longest, so that no input takes more than moments.) What is then left over on
 * both sides, and only once on each, was moved and is paired as well.
 *
 * @returns for each text of `after` the index in `before` of the one it continues, or null when it is new;
 *   no index comes twice
 */
export function alignUnits(before: readonly string[], after: readonly string[]): (number | null)[] {
  const aligned = new Array<number | null>(after.length).fill(null);
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) {
    aligned[prefix] = prefix;
    prefix += 1;
  }
  let suffix = 0;
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) {
    suffix += 1;
    aligned[after.length - suffix] = before.length - suffix;
  }

  const middleBefore = before.slice(prefix, before.length - suffix);
  const middleAfter = after.slice(prefix, after.length - suffix);
  for (const [left, right] of longestCommonSubsequence(middleBefore, middleAfter)) {
    aligned[prefix + right] = prefix + left;
  }
  pairMoved(before, after, aligned);
  return aligned;
}

function pairMoved(before: readonly string[], after: readonly string[], aligned: (number | null)[]): void {
  const used = new Set(aligned);
  const left = soleIndexes(before, (index) => !used.has(index));
  const right = soleIndexes(after, (index) => aligned[index] === null);
  for (const [text, index] of right) {
    const origin = left.get(text);
    if (typeof origin === 'number' && index !== null) aligned[index] = origin;
  }
}

/** The index of each text that comes once among the chosen ones; null for one that comes more often. */
function soleIndexes(
  texts: readonly string[],
  isChosen: (index: number) => boolean,
): Map<string, number | null> {
  const indexes = new Map<string, number | null>();
  for (const [index, text] of texts.entries()) {
    if (isChosen(index)) indexes.set(text, indexes.has(text) ? null : index);
  }
  return indexes;
}
