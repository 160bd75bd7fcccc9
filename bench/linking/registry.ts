import type { EntityName } from '../../src/entities/entity.ts';
import type { LexiconEntry } from '../../src/entities/linking/lexicon.ts';
import { isCommonWord } from '../../src/entities/names/common-words.ts';
import { createRandom, integerBelow, pick, type Random } from '../random.ts';

const ONSETS = 'b br ch d dr f g gr h k kh kl l m n p r s sh st t tr v z'.split(' ');
const VOWELS = 'a e i o u ai ei ou ya'.split(' ');
const CODAS = ' n r l k m v d t'.split(' ');
const BODIES = 'Committee Commission Ministry Institute Union Party Congress Academy Bureau Council'.split(
  ' ',
);
const PREFIXES = 'New Old North South East West Upper Lower'.split(' ');
/** How many different words there are of each sort. */
const GIVEN_NAMES = 4_000;
const SURNAMES = 150_000;

/**
 * Entities with so many names in all, in a mix as of a registry of persons (full name and surname), organizations (two to
 * four words, an abbreviation) and places. One after the other: nothing holds them all.
 */
export function* entries(count: number, seed: number): Generator<LexiconEntry> {
  const random = createRandom(seed);
  const words = { given: wordList(GIVEN_NAMES, 2, random), surnames: wordList(SURNAMES, 3, random) };
  let left = count;
  for (let number = 0; left > 0; number += 1) {
    const entry = entryOf(random, words, number);
    const names = entry.names.filter(({ text }) => !isCommonWord(text, 'en')).slice(0, left);
    if (names.length === 0) continue;
    left -= names.length;
    yield { ...entry, names };
  }
}

interface WordLists {
  given: string[];
  surnames: string[];
}

function entryOf(random: Random, { given, surnames }: WordLists, number: number): LexiconEntry {
  const entityId = `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const surname = pick(random, surnames);
  const share = random();
  if (share < 0.6) {
    const second = random() < 0.3 ? ` ${pick(random, given)}` : '';
    return {
      entityId,
      kind: 'PERSON',
      names: [name(`${pick(random, given)}${second} ${surname}`, 'PREFERRED'), name(surname, 'SURNAME')],
    };
  }
  if (share < 0.85) {
    const place = random() < 0.5 ? ` of ${pick(random, surnames)}` : '';
    const whole = `${pick(random, PREFIXES)} ${surname} ${pick(random, BODIES)}${place}`;
    const initials = whole.replace(/[^A-Z]/g, '') + letters(random);
    return {
      entityId,
      kind: 'ORGANIZATION',
      names: [name(whole, 'PREFERRED'), name(initials, 'ABBREVIATION')],
    };
  }
  const whole =
    random() < 0.3 ? `${pick(random, PREFIXES)} ${surname}` : `${surname}${word(random, 1).toLowerCase()}`;
  return { entityId, kind: 'PLACE', names: [name(whole, 'PREFERRED')] };
}

function name(text: string, kind: EntityName['kind']): EntityName {
  return { text, language: 'en', kind };
}

function letters(random: Random): string {
  return Array.from({ length: 2 }, () => String.fromCharCode(65 + integerBelow(random, 26))).join('');
}

function wordList(count: number, syllables: number, random: Random): string[] {
  return Array.from({ length: count }, () => word(random, syllables));
}

/** A word with a capital, of three letters or more and not like a plural. */
export function word(random: Random, syllables: number): string {
  let made = '';
  for (let index = 0; index < syllables; index += 1) made += pick(random, ONSETS) + pick(random, VOWELS);
  made += pick(random, CODAS);
  return made.charAt(0).toUpperCase() + made.slice(1);
}
