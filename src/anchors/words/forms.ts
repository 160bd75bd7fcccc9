import { isSameName } from './alike.ts';
import { isEverydayWordMisspelt } from './arabic-words.ts';
import { dateOf } from './date-words.ts';
import { isNounMisspelt } from './german-nouns.ts';
import type { Hunk, Placed } from './hunks.ts';
import { isArabic, isGerman } from './names.ts';
import { deniesTheOther, negationOf } from './negations.ts';
import { numberOf } from './number-words.ts';
import { isNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';

/** Up to so many pairs of words are tried for being two forms of one; in longer stretches all count as replaced. */
const PAIR_LIMIT = 2500;

/** Which words are taken for one. */
export interface Sameness {
  /** Whether two folded words that may be names are one. */
  isSameName(one: string, other: string): boolean;
  /** Whether of two folded words one, a number, date or negation, is the other, which is none, misspelt. */
  isSameSaying(one: string, other: string): boolean;
}

/** Names in two forms are one; of numbers, dates and negations each is another. */
export const STRICT: Sameness = { isSameName, isSameSaying: () => false };

/** What is left when words that are forms of each other are paired, in order. */
export function withoutForms({ removed, inserted }: Hunk, same: Sameness, language?: string): Hunk {
  if (removed.length * inserted.length > PAIR_LIMIT) return { removed, inserted };
  const rest: Hunk = { removed: [], inserted: [] };
  let next = 0;
  for (const one of removed) {
    const partner = inserted.findIndex((other, index) => index >= next && isForm(one, other, same, language));
    if (partner === -1) {
      rest.removed.push(one);
      continue;
    }
    rest.inserted.push(...inserted.slice(next, partner));
    next = partner + 1;
  }
  rest.inserted.push(...inserted.slice(next));
  return rest;
}

function isForm(left: Placed, right: Placed, same: Sameness, language?: string): boolean {
  const [one, other] = [left.token, right.token];
  if (one.key === other.key) return true;
  const words = isSpelt(one) && isSpelt(other) && (one.kind === 'katakana') === (other.kind === 'katakana');
  if (!words) return false;
  const said = [one, other].filter((token) => isSaid(token, language)).length;
  if (said > 0) return said === 1 && same.isSameSaying(one.key, other.key);
  if (deniesTheOther(one.key, other.key)) return false;
  if (same.isSameName(one.key, other.key)) return true;
  if (isArabic(language)) return isEverydayWordMisspelt(one.key, other.key);
  return isGerman(language) && isNounMisspelt(left, right);
}

/** A scanner may take the first letter of a word for a digit. */
function isSpelt({ kind, key }: Token): boolean {
  return kind === 'word' || kind === 'katakana' || (kind === 'number' && /\p{L}/u.test(key));
}

/** Whether a word says so much by itself that no other form of it is taken for it. */
function isSaid({ key, text }: Token, language?: string): boolean {
  return (
    numberOf(key, language) !== undefined ||
    dateOf(key) !== undefined ||
    negationOf(key, text, language) !== undefined ||
    isNumeral(text)
  );
}
