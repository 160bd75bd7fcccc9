import { wordKey } from '../../entities/names/name-key.ts';
import type { KeyedSource, SourceContent, SourceCreator } from '../source.ts';
import { edtfYear, type KnownDates, knownDates } from './issued.ts';
import { foldedWords, tellingWords } from './words.ts';

/** How many words a source can be found by, in all and of each sort; a paper of a thousand authors has a title too. */
const MOST_WORDS = 64;
const MOST_OF_NAMES = 24;
const MOST_OF_TITLES = 32;
/** References name so many creators before they write "et al.". */
const CREATORS_NAMED = 3;
/** Of so many words of a name, or of a title that stands in the place of one, each has a term together with the year. */
const WORDS_OF_NAME = 6;
/** With so many words the beginning of a title is a term, or with all that it has. */
export const WORDS_OF_OPENING = 3;
/** The most years of an interval that each have a term; of longer ones its first and last year have. */
const MOST_YEARS = 10;
/** How long a key may be as a term. */
const KEY_LENGTH = 200;

/**
 * What a source can be found by, in the table of terms. Words are letters and digits, so that no word is one of the
 * others: a date is written `@1956-06-05`, a citation key `=getty1985`, a name with its year `getty|1985` (`getty|?`
 * where no year is known) and with the initial of the given name `getty|j`, and the words that a title begins with
 * `>origins great purges`.
 */
export const term = {
  date: (date: string): string => `@${date}`,
  key: (key: string): string => `=${[...wordKey(key)].slice(0, KEY_LENGTH).join('')}`,
  inYear: (word: string, year: number): string => `${word}|${edtfYear(year)}`,
  undated: (word: string): string => `${word}|?`,
  opening: (words: readonly string[]): string => `>${words.join(' ')}`,
  withInitial: (word: string, given: string): string => `${word}|${[...given][0] ?? ''}`,
};

/**
 * What a source is to be found by: the distinct terms of its index (see `term`), and those among them that are words, for
 * the dictionary of misspelt words. The same source always gives the same terms.
 */
export function termsOf({ key, content }: KeyedSource): { terms: string[]; words: string[] } {
  const words = wordsOfSource(content);
  const dates = knownDates(content.issued);
  const terms = new Set([...words, term.key(key), ...dateTerms(dates)]);
  for (const creator of content.creators.slice(0, CREATORS_NAMED)) {
    const [given] = foldedWords(creator.given ?? '');
    for (const word of tellingWords(familyName(creator)).slice(0, WORDS_OF_NAME)) {
      addWithYears(terms, word, dates);
      if (given !== undefined) terms.add(term.withInitial(word, given));
    }
  }
  const heads = [content.container, content.creators.length === 0 ? content.title : null];
  for (const head of heads)
    for (const word of tellingWords(head ?? '').slice(0, WORDS_OF_NAME)) addWithYears(terms, word, dates);
  for (const title of [content.title, content.titleShort, content.originalTitle]) {
    const opening = openingWords(tellingWords(title ?? ''));
    if (opening.length > 1) terms.add(term.opening(opening));
  }
  return { terms: [...terms], words };
}

/**
 * The first words of a title that are no numbers: as many as make it rare, however common each is. References have numbers
 * of volumes and of years between their words.
 */
export function openingWords(words: readonly string[]): string[] {
  return words.filter((word) => !/^\p{N}+$/u.test(word)).slice(0, WORDS_OF_OPENING);
}

/** The name under which a creator stands in a list: the family name with its particle, or the literal name. */
export function familyName(creator: SourceCreator): string {
  const { literal, family, given, nonDroppingParticle } = creator;
  return (
    literal ?? ([nonDroppingParticle, family].filter((part) => part !== null).join(' ') || (given ?? ''))
  );
}

function wordsOfSource(content: SourceContent): string[] {
  const { title, titleShort, originalTitle, container, containerShort, collection, publisher } = content;
  const names = content.creators.slice(0, MOST_OF_NAMES).flatMap((one) => tellingWords(familyName(one)));
  const titles = [title, container].flatMap((text) => tellingWords(text ?? ''));
  const others = [containerShort, titleShort, collection, publisher, originalTitle].flatMap((text) =>
    tellingWords(text ?? ''),
  );
  const first = [...distinct(names, MOST_OF_NAMES), ...distinct(titles, MOST_OF_TITLES)];
  return distinct([...first, ...others], MOST_WORDS);
}

function dateTerms({ years, months, days }: KnownDates): string[] {
  return [...yearsOf(years).map(edtfYear), ...months, ...days].map(term.date);
}

function addWithYears(terms: Set<string>, word: string, { years }: KnownDates): void {
  if (years === null) terms.add(term.undated(word));
  for (const year of yearsOf(years)) terms.add(term.inYear(word, year));
}

function yearsOf(years: KnownDates['years']): number[] {
  if (years === null) return [];
  const { first, last } = years;
  const count = last - first + 1;
  if (count > MOST_YEARS) return [first, last];
  return Array.from({ length: count }, (_, index) => first + index);
}

function distinct(words: readonly string[], most: number): string[] {
  return [...new Set(words)].slice(0, most);
}
