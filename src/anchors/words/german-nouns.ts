import { isEverydayWord } from './everyday/word-lists.ts';
import type { Placed } from './hunks.ts';
import { isOneLetterOff } from './misreading.ts';
import { areCountries } from './names.ts';
import type { Token } from './tokens.ts';

const INDEFINITE = /^(?:ein|kein)(?:e|en|em|er|es)?$/;
/** The definite articles that people, peoples and rivers do not have, alone or with a preposition. */
const NEUTER = /^(?:das|ins|ans)$/;
/** After these »das« is rather a pronoun. */
const CONJUNCTION = /^(?:dass|daß|weil|wenn|ob|da|als|wie|obwohl|damit|falls|denn|und|oder|aber)$/;
const ADJECTIVE = /^\p{Ll}+e[nmrs]?$/u;
/** Of nouns in other cases and numbers, folded. */
const ENDINGS = ['s', 'es', 'e', 'en', 'n', 'er', 'ern'];
const NOUN = /^\p{Lu}\p{Ll}+$/u;
/** Of shorter words that differ in a letter both are words. */
const FEWEST_LETTERS = 5;

/**
 * Whether a German noun, alone or with an adjective, was put in or taken out after an article that was there before and
 * stays: a name that has an article comes and goes with it. The article must be one that few names have: an indefinite one, or
 * without an adjective the neuter one, »das Haus« but »das alte Rom«. The noun must end its phrase: before another it may be a name
 * all the same, as in »das Berliner Haus«.
 */
export function leaveTheirArticle(words: readonly Placed[]): boolean {
  const noun = words.at(-1);
  if (noun === undefined || words.length > 2 || !isNoun(noun)) return false;
  if (words.length === 2 && !ADJECTIVE.test(words[0]?.token.text ?? '')) return false;
  if (words.length === 1 && hasArticle(noun)) return true;
  return hasAdjective(noun) && INDEFINITE.test(noun.earlier?.key ?? '');
}

/** Whether it is an everyday noun, in any of its forms, after an article with or without an adjective between. */
export function isEverydayNoun(noun: Placed): boolean {
  if (!isNoun(noun) || !(hasArticle(noun) || hasAdjective(noun))) return false;
  const { key } = noun.token;
  return ['', ...ENDINGS].some((ending) => {
    const stem = key.slice(0, key.length - ending.length);
    return stem.length >= 3 && key.endsWith(ending) && isEverydayWord(stem, 'de');
  });
}

/**
 * Whether of two German nouns one may be the other with a letter wrong, missing, doubled or swapped with its neighbour. With
 * names that is not enough, but hardly any stands after a neuter article.
 */
export function isNounMisspelt(one: Placed, other: Placed): boolean {
  const [left, right] = [one.token.key, other.token.key];
  if (Math.min(left.length, right.length) < FEWEST_LETTERS || left[0] !== right[0]) return false;
  if (areCountries(left, right)) return false;
  if (![one, other].every(isNeuter) && ![one, other].some(isEverydayNoun)) return false;
  return isOneLetterOff(left, right);
}

function isNeuter(noun: Placed): boolean {
  return isNoun(noun) && noun.before !== undefined && NEUTER.test(noun.before.key) && hasArticle(noun);
}

/** Whether it is a noun by its capital and the last word of its phrase. */
function isNoun({ token, after }: Placed): boolean {
  return NOUN.test(token.text) && (after === undefined || after.opens || !/^[\p{Lu}\p{N}]/u.test(after.text));
}

/** Whether an article stands before it; »das« after a comma or a conjunction may be a pronoun. */
function hasArticle({ token, before, earlier }: Placed): boolean {
  if (before === undefined || !areNeighbours(before, token)) return false;
  if (INDEFINITE.test(before.key)) return true;
  if (!NEUTER.test(before.key)) return false;
  return earlier === undefined || (areNeighbours(earlier, before) && !CONJUNCTION.test(earlier.key));
}

/** Whether an adjective stands before it, and an article before that. */
function hasAdjective({ token, before, earlier }: Placed): boolean {
  if (before === undefined || earlier === undefined || !ADJECTIVE.test(before.text)) return false;
  const isArticle = INDEFINITE.test(earlier.key) || NEUTER.test(earlier.key);
  return isArticle && areNeighbours(earlier, before) && areNeighbours(before, token);
}

/** Whether nothing but a space is between two words. */
function areNeighbours(one: Token, other: Token): boolean {
  return other.start - one.start - one.text.length <= 1;
}
