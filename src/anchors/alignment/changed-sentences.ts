import type { Leftover } from './moved-sentences.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { TokenMap } from './token-map.ts';

/** A sentence lighter than this says too little to be told again once it has changed. */
const LEAST_WEIGHT = 24;

/** How many tokens in a row two sentences must share to be compared. */
const GRAM_LENGTH = 3;

/** A sentence of which so little is left is another one; so is one that shares fewer rows than this. */
const LEAST_SHARED = 0.2;
const LEAST_ROWS = 2;

/** How much more the best match must share than the next one. */
const MARGIN = 1.25;

/**
 * Finds, among the sentences that are still nowhere, those that have moved and were changed a little.
 * @param isSame called with the words of a few likely pairs.
 */
export function pairChangedSentences(
  map: TokenMap,
  { before, after, freeBefore, freeAfter }: Leftover,
  isSame: (before: number, after: number) => boolean,
): [number, number][] {
  const grams = gramIndex(map.after.kinds, after, freeAfter);
  const best = new Map<number, { old: number; shared: number; next: number }>();
  const claims: { old: number; other: number; shared: number }[] = [];
  for (const old of freeBefore) {
    if ((before.weights[old] ?? 0) < LEAST_WEIGHT) continue;
    const [first, second] = mostShared(map.before.kinds, before, old, grams);
    if (first === undefined || first.shared < leastShared(before.span(old))) continue;
    if (first.shared < MARGIN * (second?.shared ?? 0)) continue;
    claims.push({ old, other: first.sentence, shared: first.shared });
    const known = best.get(first.sentence);
    if (known === undefined || first.shared > known.shared)
      best.set(first.sentence, { old, shared: first.shared, next: known?.shared ?? 0 });
    else known.next = Math.max(known.next, first.shared);
  }
  const pairs: [number, number][] = [];
  for (const { old, other, shared } of claims) {
    const winner = best.get(other);
    if (winner?.old !== old || shared < MARGIN * winner.next || !isSame(old, other)) continue;
    freeBefore.delete(old);
    freeAfter.delete(other);
    pairs.push([old, other]);
  }
  return pairs;
}

function leastShared({ start, end }: { start: number; end: number }): number {
  return Math.max(LEAST_ROWS, LEAST_SHARED * (end - start - GRAM_LENGTH + 1));
}

function gramIndex(
  kinds: Int32Array,
  sentences: SentenceIndex,
  free: ReadonlySet<number>,
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const sentence of free) {
    for (const gram of gramsOf(kinds, sentences.span(sentence))) {
      const known = index.get(gram);
      if (known === undefined) index.set(gram, [sentence]);
      else if (known.length < 16) known.push(sentence);
    }
  }
  return index;
}

function gramsOf(kinds: Int32Array, { start, end }: { start: number; end: number }): Set<string> {
  const grams = new Set<string>();
  for (let at = start; at + GRAM_LENGTH <= end; at += 1)
    grams.add(kinds.subarray(at, at + GRAM_LENGTH).join(' '));
  return grams;
}

function mostShared(
  kinds: Int32Array,
  sentences: SentenceIndex,
  sentence: number,
  index: Map<string, number[]>,
): { sentence: number; shared: number }[] {
  const counts = new Map<number, number>();
  for (const gram of gramsOf(kinds, sentences.span(sentence)))
    for (const other of index.get(gram) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .map(([other, shared]) => ({ sentence: other, shared }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 2);
}
