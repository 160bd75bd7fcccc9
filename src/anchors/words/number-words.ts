import { foldWord } from './fold-word.ts';
import { NUMBER_FORMS } from './number-forms.ts';
import { SPELLERS, SPELT_AT_HOME } from './spellers.ts';

const UP_TO_HUNDRED = [...Array(100).keys()].map((index) => index + 1);
const HUNDREDS = [2, 3, 4, 5, 6, 7, 8, 9].map((count) => 100 * count);
const HIGHER = [...HUNDREDS, 1000, 1e6, 1e9, ...HUNDREDS.map((count) => 10 * count), 2e6, 5e6, 2e9, 5e9];
/** What other languages' numbers say to a reader of English; of two that stand for each other both count. */
const ENGLISH =
  'fire due once elf set sex bin hat pet tent cent sept mil null nil tree for sun mars dim sad side six seven ten dos ' +
  'sit ate pot bat pan pas sat sea tan men';
/** What says something so common in one of these that it is no number in a text of unknown language. */
const LITTLE =
  'to on in an as at of or me we he en un ni ti sei tre to on bin ten sto osm pet six des dans as dos set';
/** Languages in which ordinals end in many ways; their first letters tell them. */
const ENDINGS = new Set(['fr', 'de', 'es', 'it', 'pt', 'ru', 'uk', 'pl', 'cs', 'hr', 'sr', 'el', 'nl']);

/** Folded words to what they count: "5", or "o5" for an ordinal. A key with an asterisk is the beginning of a word. */
type Lexicon = Map<string, string>;
const lexicons = new Map<string, Lexicon>();
let common: Lexicon | undefined;
const english = new Set(ENGLISH.split(' '));
const little = new Set(LITTLE.split(' '));

/**
 * The number that a folded word means, in a form to compare: "5" for five, "o5" for fifth; undefined for other words.
 * Little words such as the Danish "to" count in their own language alone.
 * @param language of the text, BCP 47.
 */
export function numberOf(key: string, language?: string): string | undefined {
  const primary = language?.slice(0, 2).toLowerCase() ?? '';
  const own = SPELLERS[primary] === undefined ? undefined : lexiconOf(primary);
  common ??= commonLexicon();
  const known = (own === undefined ? lookUp(common, key) : lookUp(own, key)) ?? common.get(key);
  if (known !== undefined) return known;
  for (const plain of withoutPrefixes(key)) {
    const value = common.get(plain);
    if (value !== undefined) return value;
  }
  const long = key.length >= 8;
  return long && (isCompound(own ?? common, key) || isCompound(common, key)) ? `=${key}` : undefined;
}

/** Whether a number's word says something everyday as well: one, a, un, ein; once in English, eleven in Spanish. */
export function isEverydayNumber(key: string, value: string, language?: string): boolean {
  if (value === '1' || key === 'second') return true;
  const primary = language?.slice(0, 2).toLowerCase() ?? '';
  return english.has(key) && !lexiconOf('en').has(key) && !lexiconOf(primary).has(key);
}

function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const made: Lexicon = new Map();
  const enter = (word: string, value: string): void => {
    const key = foldWord(/[а-я]/.test(word) ? word.replaceAll('i', 'і') : word);
    if (key !== '' && !made.has(key)) made.set(key, value);
  };
  for (const entry of (NUMBER_FORMS[language] ?? '').split('|')) {
    const [value = '', ...forms] = entry.trim().split(/\s+/);
    for (const form of forms) enter(form, value);
  }
  const speller = SPELLERS[language];
  if (speller !== undefined) {
    for (const value of [0, ...UP_TO_HUNDRED, ...HIGHER])
      enter(lastWord(speller.toCardinal(value), value >= 100), String(value));
    for (const value of [...UP_TO_HUNDRED, ...HIGHER])
      enterOrdinal(lastWord(speller.toOrdinal(value), value >= 100), `o${value}`);
  }
  lexicons.set(language, made);
  return made;

  function enterOrdinal(word: string, value: string): void {
    enter(word, value);
    const stem = foldWord(word).slice(0, -1);
    if (ENDINGS.has(language) && stem.length >= 4 && !made.has(stem)) made.set(`${stem}*`, value);
  }
}

/** The word itself; of several, such as "one million", the last, if that is wanted, or if the first is like "al doilea". */
function lastWord(words: string, ofSeveral: boolean): string {
  const parts = words.split(/[\s-]+/);
  const isArticle = parts.length === 2 && (parts[0] ?? '').length <= 2;
  return parts.length === 1 || ofSeveral || isArticle ? (parts.at(-1) ?? '') : '';
}

function commonLexicon(): Lexicon {
  const made: Lexicon = new Map(lexiconOf('en'));
  for (const language of [...Object.keys(SPELLERS), ...Object.keys(NUMBER_FORMS)]) {
    if (SPELT_AT_HOME.has(language)) continue;
    for (const [key, value] of lexiconOf(language)) {
      const isShort = /^[a-z*]{1,2}$/.test(key);
      if (!made.has(key) && !isShort && !little.has(key)) made.set(key, value);
    }
  }
  return made;
}

/** By the whole word, or by an ordinal's stem and an ending of at most three letters. */
function lookUp(lexicon: Lexicon, key: string): string | undefined {
  const whole = lexicon.get(key);
  if (whole !== undefined) return whole;
  for (let cut = 0; cut <= 3 && key.length - cut >= 4; cut += 1) {
    const stem = lexicon.get(`${key.slice(0, key.length - cut)}*`);
    if (stem !== undefined) return stem;
  }
  return undefined;
}

/** A word of Arabic or Hebrew without what is written onto it: and, the, in. */
function* withoutPrefixes(key: string): Generator<string> {
  const arabic = /^[وف]?(?:[بل]?ال|[بل])?(?=[\u0600-\u06FF]{3})/.exec(key)?.[0] ?? '';
  if (arabic !== '') yield key.slice(arabic.length);
  const hebrew = /^[ושהבל]{1,2}(?=[\u05D0-\u05EA]{2})/.exec(key)?.[0] ?? '';
  for (let length = 1; length <= hebrew.length; length += 1) yield key.slice(length);
}

const JOINERS = new Set(['und', 'en', 'och', 'og', 'e']);

/** Whether a word is numbers written together, as in German: neunzehnhundertsechsundfünfzig. */
function isCompound(lexicon: Lexicon, key: string): boolean {
  const reached = new Uint8Array(key.length + 1);
  reached[0] = 1;
  for (let start = 0; start < key.length; start += 1) {
    if (reached[start] !== 1) continue;
    for (let end = start + 1; end <= Math.min(key.length, start + 16); end += 1) {
      const piece = key.slice(start, end);
      const known = piece.length >= 3 && lexicon.has(piece);
      if (known || (start > 0 && end < key.length && JOINERS.has(piece))) reached[end] = 1;
    }
  }
  return reached[key.length] === 1;
}
