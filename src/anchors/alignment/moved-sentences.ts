import { partnersOf } from './lineage.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { TokenMap } from './token-map.ts';

/** A sentence of which at most this share of the weight was found in its place may have gone elsewhere. */
const MOST_LEFT = 0.2;

/** A sentence lighter than this is found elsewhere only next to another one: it says too little by itself. */
const LEAST_WEIGHT = 24;

/** Sentences of the old text and of the new one that are nowhere yet. */
export interface Leftover {
  before: SentenceIndex;
  after: SentenceIndex;
  freeBefore: Set<number>;
  freeAfter: Set<number>;
}

/**
 * Finds the sentences that stand elsewhere in the new text. What was there before is not looked at: only sentences
 * that are gone from their places, and such as are new in theirs. A sentence that comes once on both sides has moved,
 * and so have equal ones next to it: once in what its unit became, or else between the same unchanged units, or else
 * anywhere. Where several are equal it remains open which is which (`TokenMap.places`).
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
  for (const place of placesToLook(map, before, after)) pairSole(leftover, place, pairs);
  markAmbiguous(map, leftover);
  return { ...leftover, pairs };
}

/**
 * Finds the sentences that stand once on both sides, between the same unchanged units or else anywhere, and the equal
 * ones next to them, whether they moved or not.
 * @returns pairs of sentences.
 */
export function pairWholeSentences(
  map: TokenMap,
  before: SentenceIndex,
  after: SentenceIndex,
): [number, number][] {
  const leftover = { before, after, freeBefore: all(before), freeAfter: all(after) };
  const pairs: [number, number][] = [];
  for (const place of placesToLook(map, before, after).slice(1)) pairSole(leftover, place, pairs);
  return pairs;
}

function all({ count }: SentenceIndex): Set<number> {
  return new Set(Array.from({ length: count }, (_, sentence) => sentence));
}

/** Where a sentence of the old text and one of the new one are, so that only those in the same place are compared. */
interface Place {
  before: (sentence: number) => number;
  after: (sentence: number) => number;
}

/** From near to far. */
function placesToLook(map: TokenMap, before: SentenceIndex, after: SentenceIndex): Place[] {
  const partners = partnersOf(map);
  const first = (sentences: SentenceIndex) => (sentence: number) => sentences.span(sentence).start;
  const [oldToken, newToken] = [first(before), first(after)];
  return [
    {
      before: (sentence) => partners.get(map.before.texts[oldToken(sentence)] ?? 0) ?? -1,
      after: (sentence) => map.after.texts[newToken(sentence)] ?? 0,
    },
    {
      before: (sentence) => map.areaOf[oldToken(sentence)] ?? 0,
      after: (sentence) => map.afterAreaOf[newToken(sentence)] ?? 0,
    },
    { before: () => 0, after: () => 0 },
  ];
}

/** Takes the sentences that come once on both sides in the same place. */
function pairSole(leftover: Leftover, place: Place, pairs: [number, number][]): void {
  const { before, after, freeBefore, freeAfter } = leftover;
  const olds = groupBy(freeBefore, (sentence) => `${place.before(sentence)}:${before.key(sentence)}`);
  const news = groupBy(freeAfter, (sentence) => `${place.after(sentence)}:${after.key(sentence)}`);
  for (const [key, sentences] of olds) {
    const others = news.get(key) ?? [];
    const [old] = sentences;
    const [other] = others;
    if (sentences.length !== 1 || others.length !== 1 || old === undefined || other === undefined) continue;
    if ((before.weights[old] ?? 0) >= LEAST_WEIGHT) takeRun(leftover, old, other, pairs);
  }
}

function markAmbiguous(map: TokenMap, { before, after, freeBefore, freeAfter }: Leftover): void {
  const news = groupBy(freeAfter, (sentence) => after.key(sentence));
  for (const old of freeBefore) {
    const places = news.get(before.key(old))?.length ?? 0;
    if (places === 0 || (before.weights[old] ?? 0) < LEAST_WEIGHT) continue;
    const { start, end } = before.span(old);
    map.places.fill(Math.max(2, places), start, end);
  }
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

function groupBy(free: ReadonlySet<number>, keyOf: (sentence: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const sentence of free) {
    const key = keyOf(sentence);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sentence]);
    else group.push(sentence);
  }
  return groups;
}
