import { isStopWord } from '../../anchors/words/stop-words.ts';
import { type Tokens, tokenKey, tokensOf } from './tokens.ts';

const POSSESSIVE = /^\P{L}[sS]$/u;

/**
 * Whether a name says too little to be looked for in texts: it is one word, and that is a stop word, a single character
 * or a number; or it has no word at all. A stop word in capitals is an abbreviation, and none: WHO, US.
 * @param language the name's, a BCP 47 tag; null takes the stop words of the languages most read.
 */
export function isCommonWord(name: string, language: string | null): boolean {
  return tellsTooLittle(name, tokensOf(name), language);
}

/** The same of a name that has been cut into words. */
export function tellsTooLittle(name: string, tokens: Tokens, language: string | null): boolean {
  let only: string | undefined;
  let hasLetter = false;
  let words = 0;
  for (const [index, start] of tokens.starts.entries()) {
    if (tokens.breaks[index] === true) continue;
    const surface = name.slice(start, tokens.ends[index]);
    if (POSSESSIVE.test(surface)) continue;
    words += 1;
    only = surface;
    hasLetter ||= !/^\p{N}+$/u.test(surface);
    if (words > 1 && hasLetter) return false;
  }
  if (only === undefined || !hasLetter) return true;
  const key = tokenKey(only, false);
  return [...key].length < 2 || (isStopWord(key, language ?? undefined) && !isInCapitals(only));
}

/** Whether every letter of a word is a capital. */
export function isInCapitals(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}
