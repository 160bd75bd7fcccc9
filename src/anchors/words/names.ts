import { displayNames } from './display-names.ts';
import { foldWord } from './fold-word.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** Capitalised in mid-sentence and no name; German nouns made by these endings name no one and no place. */
const GERMAN_NOUN =
  /.{2}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|taten|nis|nisse|ismus)$/;

/**
 * Whether a word may be somebody's or something's name, by its capital. A word that may open a sentence is none when
 * it is a frequent little one. German writes all nouns with a capital; there only abstract ones by their endings are told.
 * @param before the token that precedes it.
 */
export function isName(token: Token, before: Token | undefined, language?: string): boolean {
  if (token.kind !== 'word' || !/\p{Lu}|\p{Lt}/u.test(token.text)) return false;
  if (token.key === 'i') return before !== undefined && /^\p{Lu}\p{L}/u.test(before.text);
  if (token.opens && isStopWord(token.key, language)) return false;
  if (isGerman(language))
    return !GERMAN_NOUN.test(token.key) && !/^(?:sie|ihr|ihre|ihnen|ihrem|ihren)$/.test(token.key);
  return true;
}

/** @param language BCP 47. */
export function isGerman(language: string | undefined): boolean {
  return /^de\b/i.test(language ?? '');
}

/** @param language BCP 47. */
export function isArabic(language: string | undefined): boolean {
  return /^ar\b/i.test(language ?? '');
}

const LANGUAGES = 'en fr de es it pt ru uk pl el ar he tr fa hi ko ja'.split(' ');
let known: Set<string> | undefined;

/** Whether a folded word is a country's name in any of some languages, endings aside. */
export function isCountry(key: string): boolean {
  known ??= makeKnown(LANGUAGES);
  return knownStem(known, key) !== undefined;
}

/** Whether both folded words, endings aside, are countries' names, in any of some languages, and not of one country. */
export function areCountries(one: string, other: string): boolean {
  known ??= makeKnown(LANGUAGES);
  const left = knownStem(known, one);
  const right = knownStem(known, other);
  return left !== undefined && right !== undefined && left !== right;
}

function knownStem(names: Set<string>, key: string): string | undefined {
  for (let cut = 0; cut <= 2 && key.length - cut >= 3; cut += 1) {
    const stem = key.slice(0, key.length - cut);
    if (names.has(stem)) return stem;
  }
  return undefined;
}

/** The names themselves and, as they end in many ways in some languages, without their last vowel. */
function makeKnown(languages: readonly string[]): Set<string> {
  const made = new Set<string>();
  for (const language of languages) {
    for (const name of displayNames(language, 'region')) {
      const key = foldWord(name);
      if (!/^\p{L}{4,}$/u.test(key)) continue;
      made.add(key);
      if (/^[\u0370-\u04FF]{5,}$/.test(key)) made.add(key.replace(/[аеиоуыьяюіїєαειοησ]{1,2}$/, ''));
    }
  }
  return made;
}
