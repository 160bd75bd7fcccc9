import { differingParts } from './words/differing-part.ts';
import { hunksOf } from './words/hunks.ts';
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

/**
 * Compares the words that an anchor was made on with words that stand somewhere now. Both are taken apart into words
 * and aligned; what differs is judged by lists of numbers, dates and negations in many languages and by how names are
 * written. Case, accents, punctuation, white space, hyphenation and rewording with everyday words make no other statement.
 * Where it cannot be told, as in a script without capitals, a replaced word counts as a name.
 * @param language BCP 47; without it, words are taken for what they are in the most languages.
 */
export function compareWords(quote: string, words: string, language?: string): Comparison {
  if (quote === words) return { score: 1, otherStatement: false };
  return { score: scoreOf(quote, words), otherStatement: isOtherStatement(quote, words, language) };
}

/** How much of a score is for letters being in the same case. */
const CASE_SHARE = 0.05;

function scoreOf(quote: string, words: string): number {
  const verbatim = likeness(quote, words);
  const folded = likeness(quote.toLowerCase(), words.toLowerCase());
  return folded > verbatim ? CASE_SHARE * verbatim + (1 - CASE_SHARE) * folded : verbatim;
}

function isOtherStatement(wholeQuote: string, allWords: string, language?: string): boolean {
  const [quote, words] = differingParts(wholeQuote, allWords);
  if (japaneseNegations(quote) !== japaneseNegations(words)) return true;
  return hunksOf(tokensOf(quote), tokensOf(words)).some((hunk) => saysOther(hunk, language));
}
