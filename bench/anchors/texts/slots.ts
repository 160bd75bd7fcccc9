import { integerBelow, pick, type Random } from '../../random.ts';
import { newToken, type Token } from '../draft/draft.ts';
import type { Groups, Language } from './languages/language.ts';
import type { Names } from './names.ts';

/** What a template's slots are filled from. */
export interface Filling {
  language: Language;
  names: Names;
  random: Random;
}

/** The word, or the words, for a slot such as `noun`, with what may stand in its place. */
export function fillSlot(slot: string, { language, names, random }: Filling): Token {
  const one = (kind: 'name' | 'number' | 'date', words: readonly string[]): Token =>
    newToken(pick(random, words), kind, words);
  switch (slot) {
    case 'noun':
      return ordinary(random, language.nouns);
    case 'adjective':
      return ordinary(random, language.adjectives);
    case 'verb':
      return ordinary(random, language.verbs);
    case 'adverb':
      return ordinary(random, language.adverbs);
    case 'first':
    case 'last':
    case 'city':
      return one('name', names[slot]);
    case 'number':
      return number(random, language, 10 ** (1 + integerBelow(random, 4)));
    case 'count':
      return one('number', language.numberWords);
    case 'day':
      return digits(random, 'date', 1 + integerBelow(random, 28), 28, String);
    case 'year':
      return digits(random, 'date', 1700 + integerBelow(random, 300), 2025, String);
    case 'month':
      return one('date', language.months);
    case 'weekday':
      return one('date', language.weekdays);
    default:
      throw new Error(`There is no slot ${slot}`);
  }
}

/** A word that may be replaced by its synonyms. */
export function ordinary(random: Random, groups: Groups): Token {
  const group = pick(random, groups);
  return newToken(pick(random, group), 'ordinary', group);
}

function number(random: Random, { code }: Language, bound: number): Token {
  // What people write in Arabic has Arabic digits, which the bare language does not ask for.
  const format = new Intl.NumberFormat(code === 'ar' ? 'ar-EG' : code);
  return digits(random, 'number', 2 + integerBelow(random, bound), bound * 10, (value) =>
    format.format(value),
  );
}

/** Numbers that are taken for one another have one other digit, are the next one, or have nothing in common. */
function digits(
  random: Random,
  kind: 'number' | 'date',
  value: number,
  bound: number,
  write: (value: number) => string,
): Token {
  const power = 10 ** integerBelow(random, String(value).length);
  const others = [value + power, value - power, value + 1, 1 + integerBelow(random, bound)];
  const possible = others.filter((other) => other > 0 && other <= bound && other !== value);
  return newToken(write(value), kind, (possible.length > 0 ? possible : [value + 1]).map(write));
}
