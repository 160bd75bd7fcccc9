import { compareWords } from '../statement.ts';
import { type SentencesOf, wordsOfSentence } from './move-sentences.ts';
import type { TokenMap } from './token-map.ts';

/** Of a sentence that is now in another unit at least so much of the lighter one must have been found. */
const LEAST_SHARE = 0.6;

/** From this share on a sentence was only cut or joined, which changes no statement. */
const WHOLE = 0.95;

/**
 * Unpairs the words of sentences that seem to stand in another unit now, between the same unchanged ones, but say
 * something else there: it is another sentence that looks alike. A unit that was split or merged keeps its sentences.
 * @param continuedBy for each unit of `before` the unit that continues it, or null.
 */
export function dropLookAlikes(
  map: TokenMap,
  before: SentencesOf,
  after: SentencesOf,
  continuedBy: readonly (number | null)[],
  language: string | undefined,
): void {
  const found = new Map<string, { old: number; other: number; weight: number; tokens: number[] }>();
  for (let token = 0; token < map.before.length; token += 1) {
    const image = map.image[token] ?? -1;
    if (image < 0 || map.areas[map.areaOf[token] ?? 0]?.moved === true) continue;
    const unit = map.beforeUnits[map.before.texts[token] ?? 0] ?? 0;
    if (continuedBy[unit] === map.afterUnits[map.after.texts[image] ?? 0]) continue;
    const [old, other] = [before.sentences.of(token), after.sentences.of(image)];
    const pair = found.get(`${old} ${other}`) ?? { old, other, weight: 0, tokens: [] };
    found.set(`${old} ${other}`, pair);
    pair.weight += map.before.weights[token] ?? 0;
    pair.tokens.push(token);
  }
  for (const { old, other, weight, tokens } of found.values()) {
    const lighter = Math.min(before.sentences.weights[old] ?? 0, after.sentences.weights[other] ?? 0);
    if (weight >= WHOLE * lighter) continue;
    const isOther =
      weight < LEAST_SHARE * lighter ||
      compareWords(wordsOfSentence(before, old), wordsOfSentence(after, other), language).otherStatement;
    if (isOther) for (const token of tokens) map.unpair(token);
  }
}
