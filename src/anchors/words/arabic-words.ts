import { isEverydayWord } from './everyday/word-lists.ts';
import type { Placed } from './hunks.ts';
import { isOneLetterOff } from './misreading.ts';
import { isCountry } from './names.ts';

/** "Was done" and "is done", of either gender, with what is written onto them. */
const DONE = /^[وف]?س?(?:تم|تمت|يتم|تتم)$/;
/** An article, or a preposition that is written onto its noun, which may be a place or a language. */
const AFFIXED = /^(?:ال|[بلك])/;
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;
/** With its article. Of shorter words that differ in a letter both are words. */
const FEWEST_LETTERS = 5;

/**
 * Whether an Arabic word is a verb's noun of action by where it stands, and so no name: the passive is said with it and a
 * verb before it, as in تم إغلاقه, it was closed. After »in« that verb is another word, orphanhood.
 */
export function isNounOfAction({ token, before, earlier }: Placed): boolean {
  return before !== undefined && DONE.test(before.key) && !AFFIXED.test(token.key) && earlier?.key !== 'في';
}

/**
 * Whether of two folded Arabic words one is an everyday word with an article, and the other may be that with a letter wrong,
 * missing, doubled or swapped with its neighbour.
 */
export function isEverydayWordMisspelt(one: string, other: string): boolean {
  if (Math.max(one.length, other.length) < FEWEST_LETTERS || isCountry(one) || isCountry(other)) return false;
  if (![one, other].some(isEveryday)) return false;
  return isOneLetterOff(one, other);
}

function isEveryday(key: string): boolean {
  return ARTICLE.test(key) && isEverydayWord(key.replace(ARTICLE, ''), 'ar');
}
