import { wordKey } from '../../entities/names/name-key.ts';
import { wordsOf } from '../../entities/names/words.ts';
import { InputInvalid } from '../../problem.ts';
import { matchLimits } from './limits.ts';
import { takeDates, takeUndated } from './reference/dates.ts';
import { takeIdentifiers } from './reference/identifiers.ts';
import { placeAmong, takeLocators } from './reference/locators.ts';
import { headEnd, namesIn } from './reference/names.ts';
import { Rest } from './reference/rest.ts';
import type { SoughtReference, SoughtWord } from './reference/sought.ts';
import { foldedWords, isTelling } from './words.ts';

export type {
  SoughtDate,
  SoughtLocator,
  SoughtName,
  SoughtReference,
  SoughtWord,
} from './reference/sought.ts';

const QUOTED = /[“„«"]([^“”„«»"]{2,300})[”“»"]|\*([^*]{2,300})\*|(?<!\p{L})_([^_]{2,300})_(?!\p{L})/gu;
/** What is no part of a text: NUL and halves of surrogate pairs. */
const NO_TEXT = /[\0\p{Cs}]/gu;
/** Words that belong to the form of a reference. */
const OF_REFERENCES = new Set(
  foldedWords(
    'et al ed eds edited editor editors hrsg hg herausgegeben trans translated translator übers pp vol vols no doi isbn ' +
      'http https www retrieved accessed available online url access zugriff abgerufen am consulté ' +
      'ибид там же др ред пер изд ibid idem op cit cf see siehe vgl voir forthcoming press',
  ),
);

/**
 * Reads what a reference says: "Getty 1985", "Kolakowski, 1978, p. 3", a formatted one of any common style, a DOI, an
 * ISBN, a URL or a citation key. It never fails to: what is not understood are words. Takes time in proportion to the
 * length.
 * @throws InputInvalid for more than 2,000 characters.
 */
export function readReference(text: string): SoughtReference {
  if (text.length > 2 * matchLimits.text || [...text].length > matchLimits.text)
    throw new InputInvalid(
      `The reference is longer than ${matchLimits.text} characters; give one reference, such as "Getty 1985".`,
    );
  const given = text.normalize('NFC').replace(NO_TEXT, ' ').trim();
  const key = /^\S{1,200}$/.test(given) ? given : null;
  // A key such as "getty1985" that no source has names an author and a year.
  const spaced = key === null ? given : given.replace(/(?<=\p{L}{2})(?=[12]\d{3}[a-z]?$)/u, ' ');
  const rest = new Rest(spaced.replace(/\s/g, ' '));
  const identifiers = takeIdentifiers(rest);
  const isUndated = takeUndated(rest);
  const numbers = takeLocators(rest);
  const titles = [...rest.text.matchAll(QUOTED)].map(([, ...groups]) =>
    (groups.find((one) => one !== undefined) ?? '').trim(),
  );
  const beforeDates = rest.text;
  const dates = takeDates(rest);
  return {
    ...identifiers,
    key,
    locator: placeAmong(numbers),
    numbers,
    dates,
    isUndated,
    names: namesIn(rest.text),
    titles,
    words: distinct([...wordsLeft(rest.text), ...wordsOfDates(beforeDates, rest.text)]).slice(
      0,
      matchLimits.words,
    ),
  };
}

function wordsLeft(text: string): SoughtWord[] {
  const end = headEnd(text);
  return wordsOf(text).map(({ key, start, end: wordEnd }) => ({
    text: text.slice(start, wordEnd),
    key,
    isName: start < end,
    isOptional: /^\p{N}+$/u.test(key),
  }));
}

/** What was taken for the month, or for the year, and may be a word of a name or of a title after all. */
function wordsOfDates(before: string, after: string): SoughtWord[] {
  return [...before.matchAll(/\p{L}{3,}|(?<!\d)\d{4}(?!\d)/gu)]
    .filter(({ index }) => after[index] !== before[index])
    .map(([text]) => ({ text, key: wordKey(text), isName: false, isOptional: true }));
}

/** Each word once, without those that say nothing, unless there are no others: somebody may be called Will. */
function distinct(words: readonly SoughtWord[]): SoughtWord[] {
  const first = new Map<string, SoughtWord>();
  for (const word of words) {
    const [key = ''] = foldedWords(word.key);
    if (key !== '' && !OF_REFERENCES.has(key) && !first.has(key)) first.set(key, { ...word, key });
  }
  const all = [...first.values()];
  const telling = all.filter(({ key }) => isTelling(key));
  return telling.some(({ isOptional }) => !isOptional) ? telling : all;
}
