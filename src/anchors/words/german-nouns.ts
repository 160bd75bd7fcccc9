import { distance } from 'fastest-levenshtein';
import type { Placed } from './hunks.ts';
import { isSwapped } from './misreading.ts';
import type { Token } from './tokens.ts';

const ARTICLE = /^(?:d(?:er|ie|as|en|em|es)|(?:ein|kein)(?:e|en|em|er|es)?|zum|zur|vom|beim|im|am|ins|ans)$/;
const ADJECTIVE = /^\p{Ll}+e[nmrs]?$/u;
/** Of shorter words that differ in a letter both are words. */
const FEWEST_LETTERS = 5;
const NOUN = /^\p{Lu}\p{Ll}+$/u;

/**
 * Whether a German noun, alone or with an adjective, was put in or taken out directly after an article that was there before
 * and stays. A name that has an article comes and goes with it: »der Rhein«. The noun must end its phrase: before another
 * one it may be somebody's name all the same, as in »die Merkel-Regierung« and »der Kölner Dom«.
 */
export function leaveTheirArticle(words: readonly Placed[]): boolean {
  const noun = words.at(-1);
  if (noun === undefined || words.length > 2 || !NOUN.test(noun.token.text)) return false;
  if (words.length === 2 && !ADJECTIVE.test(words[0]?.token.text ?? '')) return false;
  if (!endsItsPhrase(noun)) return false;
  return words.length === 1 ? hasArticle(noun) : isAfterAdjective(noun);
}

/**
 * Whether of two German nouns one may be the other with a letter wrong, missing, doubled or swapped with its neighbour.
 * Of names that is not enough; but few have an article, and of those few are so much alike.
 */
export function isNounMisspelt(one: Placed, other: Placed): boolean {
  const [left, right] = [one.token.key, other.token.key];
  if (Math.min(left.length, right.length) < FEWEST_LETTERS || left[0] !== right[0]) return false;
  if (![one, other].every((noun) => NOUN.test(noun.token.text) && hasArticle(noun) && endsItsPhrase(noun)))
    return false;
  return distance(left, right) === 1 || isSwapped(left, right);
}

function hasArticle(noun: Placed): boolean {
  return isArticle(noun.before) || isAfterAdjective(noun);
}

function isAfterAdjective({ before, earlier }: Placed): boolean {
  return before !== undefined && ADJECTIVE.test(before.text) && isArticle(earlier);
}

function endsItsPhrase({ after }: Placed): boolean {
  return after === undefined || after.opens || !/^[\p{Lu}\p{N}]/u.test(after.text);
}

function isArticle(token: Token | undefined): boolean {
  return token !== undefined && ARTICLE.test(token.key);
}
