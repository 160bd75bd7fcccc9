import { compareWords } from '../statement.ts';
import { pairChangedSentences } from './changed-sentences.ts';
import { heaviestRise } from './heaviest-rise.ts';
import { matchTokens, type TokenSpan } from './match-tokens.ts';
import { pairMovedSentences, pairWholeSentences } from './moved-sentences.ts';
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
 * Finds the sentences that changed places as they were, before any words are paired, so that none is taken for a similar
 * one in its old place. Of those between the same unchanged units the heaviest that keep their order stay.
 */
export function moveWholeSentences(map: TokenMap, { sentences: olds }: SentencesOf, news: SentencesOf): void {
  const pairs = pairWholeSentences(map, olds, news.sentences);
  const staying = new Set<number>();
  const byArea = new Map<number, { old: number; after: number; weight: number }[]>();
  for (const [old, other] of pairs) {
    const area = map.areaOf[olds.span(old).start] ?? 0;
    if (map.afterAreaOf[news.sentences.span(other).start] !== area) continue;
    const list = byArea.get(area) ?? [];
    byArea.set(area, list);
    list.push({ old, after: other, weight: olds.weights[old] ?? 0 });
  }
  for (const list of byArea.values()) {
    list.sort((a, b) => a.old - b.old);
    for (const index of heaviestRise(list)) staying.add(list[index]?.old ?? -1);
  }
  for (const [old, other] of pairs)
    if (!staying.has(old)) pairTokens(map, olds.span(old), news.sentences.span(other));
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
    const compared = compareWords(wordsOfSentence(before, old), wordsOfSentence(after, other), language);
    return !compared.otherStatement && compared.score >= SAME_SENTENCE;
  };
  const equal = pairMovedSentences(map, before.sentences, after.sentences);
  const changed = pairChangedSentences(map, equal, isSame);
  for (const [old, other] of [...equal.pairs, ...changed])
    pairTokens(map, before.sentences.span(old), after.sentences.span(other));
}

/** The words of a sentence as they stand in its text. */
export function wordsOfSentence({ sentences, tokens, texts }: SentencesOf, sentence: number): string {
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
  matchArea(map, map.addArea({ before, after, moved: true }));
}

/** Pairs the tokens of an area in order, those left out that have gone to another one. */
export function matchArea(map: TokenMap, index: number): void {
  const area = map.areas[index];
  if (area === undefined) return;
  const olds = ownTokens(map.before, map.areaOf, index, area.before);
  const news = ownTokens(map.after, map.afterAreaOf, index, area.after);
  matchTokens(olds.span, news.span, (old, other) => map.pair(olds.token(old), news.token(other)));
}

/** The tokens of a span that belong to an area, as one sequence. */
function ownTokens(
  { kinds, weights }: Tokens,
  areaOf: Int32Array,
  index: number,
  { start, end }: Span,
): { span: TokenSpan; token: (place: number) => number } {
  const own: number[] = [];
  for (let token = start; token < end; token += 1) if (areaOf[token] === index) own.push(token);
  if (own.length === end - start) return { span: { kinds, weights, start, end }, token: (place) => place };
  const pick = (values: Int32Array) => Int32Array.from(own, (token) => values[token] ?? 0);
  return {
    span: { kinds: pick(kinds), weights: pick(weights), start: 0, end: own.length },
    token: (place) => own[place] ?? 0,
  };
}
