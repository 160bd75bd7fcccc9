import { everydayWords } from './words/analysis/everyday-words.ts';
import { differingParts } from './words/differing-part.ts';
import { type Extract, hunksOf } from './words/hunks.ts';
import { likeness } from './words/likeness.ts';
import { japaneseNegations } from './words/negations.ts';
import { tokensOf } from './words/tokens.ts';
import { saysOther } from './words/verdict.ts';

/** Code points up to which a changed name, number, date or negation makes a quote another statement. */
export const SHORT_QUOTE = 300;

export interface Comparison {
  /** 1 less the edit distance over the length of the longer, in code points: 0 to 1; 1 for equal words alone. */
  score: number;
  /** Whether a name, number, date or negation differs, so that the words say something else. */
  otherStatement: boolean;
}

/** Words, and some of what stands before and after them. */
export interface Passage {
  before: string;
  words: string;
  after: string;
}

/**
 * Compares the words that an anchor was made on with words that stand somewhere now.
 * @param language BCP 47; without it, words are taken for what they are in the most languages.
 */
export function compareWords(quote: string, words: string, language?: string): Comparison {
  const otherStatement = isOtherStatement(alone(quote), alone(words), language);
  return { score: likenessOfWords(quote, words), otherStatement };
}

/** How much of a score is for letters being in the same case. */
const CASE_SHARE = 0.05;

/** 1 less the edit distance over the length of the longer, in code points: 0 to 1; 1 for equal words alone. */
export function likenessOfWords(quote: string, words: string): number {
  const verbatim = likeness(quote, words);
  const folded = likeness(quote.toLowerCase(), words.toLowerCase());
  return folded > verbatim ? CASE_SHARE * verbatim + (1 - CASE_SHARE) * folded : verbatim;
}

/**
 * Whether words now say something else than they did. Both are taken apart into words and aligned; what differs is judged by
 * lists of numbers, dates and negations in many languages, by how names are written, and in Chinese and Japanese by
 * dictionaries that tell names from other words. Case, accents, punctuation, white space, hyphenation and rewording with
 * everyday words make no other statement. Where it cannot be told, as in Arabic, which has no capitals, a replaced word
 * counts as a name. What stands around the words is not compared, but tells what they are.
 * @param language BCP 47; without it, words are taken for what they are in the most languages.
 */
export function isOtherStatement(old: Passage, now: Passage, language?: string): boolean {
  if (old.words === now.words) return false;
  const { one, other, begin, end } = differingParts(old.words, now.words);
  if (japaneseNegations(one) !== japaneseNegations(other)) return true;
  const around = ({ before, after }: Passage): [string, string] => [begin ? before : '', end ? after : ''];
  const left = extractOf(one, ...around(old));
  const right = extractOf(other, ...around(now));
  const known = {
    language,
    removed: everydayWords(left.text, language),
    inserted: everydayWords(right.text, language),
  };
  return hunksOf(left, right).some((hunk) => saysOther(hunk, known));
}

function alone(words: string): Passage {
  return { before: '', words, after: '' };
}

/** The tokens of words, those that their ends cut through whole, among those of what stands around. */
function extractOf(words: string, before: string, after: string): Extract & { text: string } {
  const text = before + words + after;
  const tokens = tokensOf(text);
  const end = before.length + words.length;
  const from = tokens.findIndex((token) => token.start + token.text.length > before.length);
  const to = tokens.findLastIndex(({ start }) => start < end) + 1;
  return { text, tokens, from: from === -1 ? to : Math.min(from, to), to };
}
