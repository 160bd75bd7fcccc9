import { compareWords } from '../anchors/statement.ts';
import { pairChangedSentences } from './changed-sentences.ts';
import { matchTokens } from './match-tokens.ts';
import { pairMovedSentences } from './moved-sentences.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { TokenMap } from './token-map.ts';
import type { Tokens } from './tokens.ts';

/** A sentence that moved is the same one when at least this share of it is. */
const SAME_SENTENCE = 0.8;

/** The sentences of the changed text of a revision, and the words that they are made of. */
export interface SentencesOf {
  sentences: SentenceIndex;
  tokens: Tokens;
  /** By the texts of the tokens. */
  texts: readonly string[];
}

/**
 * Finds the sentences that moved, as they were or changed a little, and pairs their tokens, each in an area of its own.
 * @param language of the text, a BCP 47 tag.
 */
export function moveSentences(
  map: TokenMap,
  before: SentencesOf,
  after: SentencesOf,
  language: string | undefined,
): void {
  const isSame = (old: number, other: number): boolean => {
    const compared = compareWords(wordsOf(before, old), wordsOf(after, other), language);
    return !compared.otherStatement && compared.score >= SAME_SENTENCE;
  };
  const equal = pairMovedSentences(map, before.sentences, after.sentences);
  const changed = pairChangedSentences(map, equal, isSame);
  for (const [old, other] of [...equal.pairs, ...changed])
    pairTokens(map, before.sentences.span(old), after.sentences.span(other));
}

function wordsOf({ sentences, tokens, texts }: SentencesOf, sentence: number): string {
  const { start, end } = sentences.span(sentence);
  return (texts[tokens.texts[start] ?? 0] ?? '').slice(tokens.starts[start], tokens.ends[end - 1]);
}

interface Span {
  start: number;
  end: number;
}

function pairTokens(map: TokenMap, before: Span, after: Span): void {
  for (let token = before.start; token < before.end; token += 1) map.unpair(token);
  for (let token = after.start; token < after.end; token += 1) {
    const origin = map.origin[token] ?? -1;
    if (origin >= 0) map.unpair(origin);
  }
  map.addArea({ before, after, moved: true });
  matchArea(map, { before, after });
}

/** Pairs the tokens of an area in order. */
export function matchArea(map: TokenMap, { before, after }: { before: Span; after: Span }): void {
  matchTokens(
    { kinds: map.before.kinds, weights: map.before.weights, ...before },
    { kinds: map.after.kinds, weights: map.after.weights, ...after },
    (old, other) => map.pair(old, other),
  );
}
