import type { SentenceIndex } from './sentence-index.ts';
import type { TokenMap } from './token-map.ts';

/** A sentence of which at most this share of the weight was found in its place may have gone elsewhere. */
const MOST_LEFT = 0.2;

/** A sentence lighter than this is found elsewhere only next to another one: it says too little by itself. */
const LEAST_WEIGHT = 12;

/** Says whether a sentence was changed so little that it is the same one still. */
export type IsSameSentence = (before: string, after: string) => boolean;

/** Sentences of the old text and of the new one that are nowhere yet. */
interface Leftover {
  before: SentenceIndex;
  after: SentenceIndex;
  freeBefore: Set<number>;
  freeAfter: Set<number>;
}

/**
 * Finds the sentences that stand elsewhere in the new text. What was there before is not looked at: only sentences
 * that are gone from their places, and such as are new in theirs. A sentence that comes once on both sides has moved,
 * and so have equal ones next to it. Where several are equal it remains open which is which (`TokenMap.places`).
 *
 * @returns pairs of sentences, equal ones.
 */
export function pairMovedSentences(
  map: TokenMap,
  before: SentenceIndex,
  after: SentenceIndex,
): Leftover & { pairs: [number, number][] } {
  const leftover = {
    before,
    after,
    freeBefore: unpaired(before, (token) => (map.image[token] ?? -1) >= 0, map.before.weights),
    freeAfter: unpaired(after, (token) => (map.origin[token] ?? -1) >= 0, map.after.weights),
  };
  const pairs: [number, number][] = [];
  const olds = byKey(before, leftover.freeBefore);
  const news = byKey(after, leftover.freeAfter);
  for (const [key, sentences] of olds) {
    const others = news.get(key) ?? [];
    const [old] = sentences;
    const [other] = others;
    if (sentences.length !== 1 || others.length !== 1 || old === undefined || other === undefined) continue;
    if ((before.weights[old] ?? 0) >= LEAST_WEIGHT) takeRun(leftover, old, other, pairs);
  }
  for (const [key, sentences] of olds) {
    const others = (news.get(key) ?? []).filter((sentence) => leftover.freeAfter.has(sentence));
    for (const old of sentences) {
      if (!leftover.freeBefore.has(old) || others.length === 0) continue;
      if ((before.weights[old] ?? 0) < LEAST_WEIGHT) continue;
      const { start, end } = before.span(old);
      map.places.fill(Math.max(2, others.length), start, end);
    }
  }
  return { ...leftover, pairs };
}

/** Takes a pair of equal sentences, and those next to them so long as they are equal as well. */
function takeRun(leftover: Leftover, old: number, other: number, pairs: [number, number][]): void {
  const take = (left: number, right: number): boolean => {
    const { before, after, freeBefore, freeAfter } = leftover;
    if (!freeBefore.has(left) || !freeAfter.has(right) || before.key(left) !== after.key(right)) return false;
    freeBefore.delete(left);
    freeAfter.delete(right);
    pairs.push([left, right]);
    return true;
  };
  if (!take(old, other)) return;
  for (let step = 1; take(old + step, other + step); step += 1);
  for (let step = 1; take(old - step, other - step); step += 1);
}

function unpaired(
  sentences: SentenceIndex,
  isPaired: (token: number) => boolean,
  weights: Int32Array,
): Set<number> {
  const free = new Set<number>();
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const { start, end } = sentences.span(sentence);
    let paired = 0;
    for (let token = start; token < end; token += 1) if (isPaired(token)) paired += weights[token] ?? 0;
    if (paired <= MOST_LEFT * (sentences.weights[sentence] ?? 0)) free.add(sentence);
  }
  return free;
}

function byKey(sentences: SentenceIndex, free: ReadonlySet<number>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const sentence of free) {
    const key = sentences.key(sentence);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sentence]);
    else group.push(sentence);
  }
  return groups;
}

/** How many tokens in a row two sentences must share to be compared. */
const GRAM_LENGTH = 3;

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
    if ((before.weights[old] ?? 0) < 2 * LEAST_WEIGHT) continue;
    const [first, second] = mostShared(map.before.kinds, before, old, grams);
    if (first === undefined || first.shared < MARGIN * (second?.shared ?? 0)) continue;
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
