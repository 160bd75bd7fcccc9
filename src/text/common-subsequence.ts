/** How many pairs of equal texts are tried before some are left out: about 50 MB of memory. */
const PAIR_LIMIT = 2 ** 21;

/**
 * A longest common subsequence of two sequences of texts: pairs of an index in each, both rising.
 *
 * The method is Hunt and Szymanski's ("A fast algorithm for computing longest common subsequences", CACM
 * 20(5), 1977), whose time grows with the number of pairs of equal texts, (r + n) log n. Texts that come
 * once therefore cost next to nothing, in whatever order. When there are more than `pairLimit` pairs, a text
 * that comes often is tried only with those of its equals that come nearest in rank, and the result may be
 * shorter than the longest.
 */
export function longestCommonSubsequence(
  left: readonly string[],
  right: readonly string[],
  pairLimit = PAIR_LIMIT,
): [number, number][] {
  const chains = new Chains();
  for (const [rightIndex, candidates] of candidatesOf(left, right, pairLimit)) {
    // Falling, so that no two pairs with the same text of `right` can come into one chain.
    for (const leftIndex of candidates.toReversed()) chains.add(leftIndex, rightIndex);
  }
  return chains.longest();
}

/** For each text of `right` that is in `left`: its index, and the indexes in `left` to try, rising. */
function* candidatesOf(
  left: readonly string[],
  right: readonly string[],
  pairLimit: number,
): Generator<[number, number[]]> {
  const leftIndexes = new Map<string, number[]>();
  for (const [index, text] of left.entries()) {
    const known = leftIndexes.get(text);
    if (known === undefined) leftIndexes.set(text, [index]);
    else known.push(index);
  }
  const rightCounts = new Map<string, number>();
  let pairs = 0;
  for (const text of right) {
    rightCounts.set(text, (rightCounts.get(text) ?? 0) + 1);
    pairs += leftIndexes.get(text)?.length ?? 0;
  }
  const width = pairs <= pairLimit ? left.length : Math.max(1, Math.floor(pairLimit / right.length));
  const ranks = new Map<string, number>();
  for (const [index, text] of right.entries()) {
    const equals = leftIndexes.get(text);
    if (equals === undefined) continue;
    const rank = ranks.get(text) ?? 0;
    ranks.set(text, rank + 1);
    yield [index, nearest(equals, rank, rightCounts.get(text) ?? 1, width)];
  }
}

/** At most `width` of the indexes, around the one that comes as far along them as `rank` along `count`. */
function nearest(indexes: number[], rank: number, count: number, width: number): number[] {
  if (indexes.length <= width) return indexes;
  const centre = Math.round((rank * (indexes.length - 1)) / Math.max(count - 1, 1));
  const start = Math.min(Math.max(centre - Math.floor(width / 2), 0), indexes.length - width);
  return indexes.slice(start, start + width);
}

/** For every length, the chain of pairs of that length that ends earliest in `left`. */
class Chains {
  readonly #lastLeft: number[] = [];
  readonly #lastPair: number[] = [];
  // The pairs, as three columns: an object for each would take several times the memory.
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #previous: number[] = [];

  add(left: number, right: number): void {
    const length = this.#chainsBefore(left);
    if (this.#lastLeft[length] === left) return;
    this.#lastLeft[length] = left;
    this.#lastPair[length] = this.#left.length;
    this.#left.push(left);
    this.#right.push(right);
    this.#previous.push(this.#lastPair[length - 1] ?? -1);
  }

  longest(): [number, number][] {
    const pairs: [number, number][] = [];
    let pair = this.#lastPair.at(-1) ?? -1;
    while (pair >= 0) {
      pairs.push([this.#left[pair] ?? -1, this.#right[pair] ?? -1]);
      pair = this.#previous[pair] ?? -1;
    }
    return pairs.reverse();
  }

  #chainsBefore(left: number): number {
    let low = 0;
    let high = this.#lastLeft.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lastLeft[middle] ?? left) < left) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
