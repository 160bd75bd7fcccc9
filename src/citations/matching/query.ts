import type { Dictionary } from './candidate.ts';
import { edtfYear } from './issued.ts';
import { matchLimits as limits } from './limits.ts';
import type { SoughtDate, SoughtReference, SoughtWord } from './reference.ts';
import { term, WORDS_OF_OPENING } from './terms.ts';
import { shares, weights, wordWeight } from './weights.ts';
import { foldedWords } from './words.ts';

/** A list of the index that is to be read. */
export interface ScannedTerm {
  term: string;
  /** What it says of a source that it lists. */
  weight: number;
  /** The most sources that are read of it. */
  most: number;
}

/** What is to be looked up in the index for a reference. */
export interface IndexQuery {
  /** Lists to read: of rare words, of names with years, of dates. */
  scanned: ScannedTerm[];
  /** Words too common to read who has them; of sources that were found it is asked whether they do. */
  probed: { term: string; weight: number }[];
  /** Sources that weigh less cannot reach the least score that is answered. */
  least: number;
}

/** Of so many words of the reference, the first, a term with its years and initials is tried: names stand first. */
const MOST_NAMES = 16;
/** How far the given name may stand from the family name, in words. */
const NEAR = 2;
const MOST_YEARS = 4;
/** Where every word is common, so many of them are read. */
const COMMON_READ = 4;
/** A source is compared in full from this share of the weight of the words on; what else it has of the reference is not known yet. */
const LEAST_SHARE = 0.25;

interface Spelling {
  word: string;
  weight: number;
  frequency: number;
}

/** Chooses what to look up, so that the right source is among what is found however common its words are. */
export function indexQuery(sought: SoughtReference, dictionary: Dictionary): IndexQuery {
  const { words, dates } = sought;
  const all = words.map(({ key }) => spellingsOf(key, dictionary));
  const rare = all.flat().toSorted((a, b) => a.frequency - b.frequency);
  const whole = new Set<string>();
  const scanned: ScannedTerm[] = [];
  let left = limits.scanned;
  for (const { word, weight, frequency } of rare) {
    if (frequency >= limits.counted || frequency > left) break;
    left -= frequency;
    whole.add(word);
    scanned.push({ term: word, weight, most: frequency });
  }
  const others = rare.filter(({ word }) => !whole.has(word));
  // Nothing rare is given: the sources of the rarest of the common words are read, as far as that goes.
  const commonRead = scanned.length === 0 ? others.slice(0, COMMON_READ) : [];
  for (const { word, weight } of commonRead) {
    whole.add(word);
    scanned.push({ term: word, weight, most: limits.scanned / COMMON_READ });
  }
  const most = limits.scannedOfOne;
  for (const [index, one] of all.entries())
    for (const { word, weight } of one) {
      // A common word is not read itself, so that its terms speak for it too.
      const own = whole.has(word) ? 0 : weight;
      for (const compound of compoundsOf(sought, word, index))
        scanned.push({ term: compound.term, weight: own + compound.weight, most });
    }
  scanned.push(
    ...openings(words, dictionary, whole),
    ...dateTerms(
      dates,
      words.every(({ isOptional }) => isOptional),
    ),
  );
  const asked = words.reduce(
    (sum, { key, isOptional }) =>
      sum + (isOptional || dictionary.frequencyOf(key) === 0 ? 0 : wordWeight(dictionary.frequencyOf(key))),
    0,
  );
  return {
    scanned: [...new Map(scanned.map((one) => [one.term, one])).values()],
    probed: others.filter(({ word }) => !whole.has(word)).map(({ word, weight }) => ({ term: word, weight })),
    least: LEAST_SHARE * asked,
  };
}

/** Every few words after each other, as a title may begin with them. */
function openings(
  words: readonly SoughtWord[],
  dictionary: Dictionary,
  read: ReadonlySet<string>,
): ScannedTerm[] {
  const keys = words.flatMap(({ key, isOptional }) => (isOptional ? [] : [key]));
  return [...keys.keys()].flatMap((start) =>
    [2, WORDS_OF_OPENING].flatMap((length) => {
      const opening = keys.slice(start, start + length);
      if (opening.length < length) return [];
      const unread = opening.filter((word) => !read.has(word));
      const weight = unread.reduce((sum, word) => sum + wordWeight(dictionary.frequencyOf(word)), 0);
      return [{ term: term.opening(opening), weight, most: limits.scannedOfOne }];
    }),
  );
}

/** A word as it is given, where sources have it, and those that may be meant instead. */
function spellingsOf(key: string, dictionary: Dictionary): Spelling[] {
  const own = dictionary.frequencyOf(key);
  const like = [...dictionary.likeOf(key)].map(([word, errors]) => {
    const frequency = dictionary.frequencyOf(word);
    return { word, frequency, weight: wordWeight(frequency) * (1 - shares.perError * errors) };
  });
  return own > 0 ? [{ word: key, frequency: own, weight: wordWeight(own) }, ...like] : like;
}

/** A word with each year of the reference, with what may be initials beside it, and without a year where none is given. */
function compoundsOf(
  { words, dates, names }: SoughtReference,
  word: string,
  index: number,
): { term: string; weight: number }[] {
  if (index >= MOST_NAMES) return [];
  const years = [...new Set(dates.map(({ year }) => year))].slice(0, MOST_YEARS);
  const beside = words.slice(Math.max(0, index - NEAR), index + NEAR + 1).map(({ key }) => key);
  const given = names
    .filter(({ family }) => foldedWords(family).includes(words[index]?.key ?? ''))
    .flatMap((name) => foldedWords(name.given ?? ''));
  const initials = new Set(
    [...beside, ...given].map((name) => [...name][0] ?? '').filter((letter) => /\p{L}/u.test(letter)),
  );
  return [
    ...years.map((year) => ({ term: term.inYear(word, year), weight: weights.year })),
    ...[...initials].map((initial) => ({ term: term.withInitial(word, initial), weight: weights.given })),
    ...(years.length === 0 ? [{ term: term.undated(word), weight: weights.undated }] : []),
  ];
}

/** Days and months are rare enough to be read; a year is only where nothing else is given. */
function dateTerms(dates: readonly SoughtDate[], isAlone: boolean): ScannedTerm[] {
  return dates.flatMap(({ year, month, day }) => {
    const most = limits.scannedOfOne;
    const yearText = edtfYear(year);
    if (month === null) return isAlone ? [{ term: term.date(yearText), weight: weights.year, most }] : [];
    const monthText = `${yearText}-${String(month).padStart(2, '0')}`;
    const ofMonth = { term: term.date(monthText), weight: weights.year + weights.month, most };
    if (day === null) return [ofMonth];
    const ofDay = {
      term: term.date(`${monthText}-${String(day).padStart(2, '0')}`),
      weight: weights.year + weights.month + weights.day,
      most,
    };
    return [ofDay, ofMonth, ...(isAlone ? [{ term: term.date(yearText), weight: weights.year, most }] : [])];
  });
}
