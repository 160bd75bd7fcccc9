import * as ar from 'n2words/ar-SA';
import * as cs from 'n2words/cs-CZ';
import * as da from 'n2words/da-DK';
import * as de from 'n2words/de-DE';
import * as el from 'n2words/el-GR';
import * as en from 'n2words/en-US';
import * as es from 'n2words/es-ES';
import * as fa from 'n2words/fa-IR';
import * as fi from 'n2words/fi-FI';
import * as fr from 'n2words/fr-FR';
import * as he from 'n2words/he-IL';
import * as hi from 'n2words/hi-IN';
import * as hu from 'n2words/hu-HU';
import * as id from 'n2words/id-ID';
import * as it from 'n2words/it-IT';
import * as nb from 'n2words/nb-NO';
import * as nl from 'n2words/nl-NL';
import * as pl from 'n2words/pl-PL';
import * as pt from 'n2words/pt-PT';
import * as ro from 'n2words/ro-RO';
import * as ru from 'n2words/ru-RU';
import * as sv from 'n2words/sv-SE';
import * as tr from 'n2words/tr-TR';
import * as uk from 'n2words/uk-UA';
import { foldWord } from './fold-word.ts';
import { NUMBER_FORMS } from './number-forms.ts';

interface Speller {
  toCardinal(value: number): string;
  toOrdinal(value: number): string;
}

// English first, then by how widely they are read: where two have a word in common, the first one's value counts.
const SPELLERS: Record<string, Speller> = {
  en,
  fr,
  de,
  es,
  it,
  pt,
  ru,
  uk,
  pl,
  el,
  ar,
  he,
  nl,
  sv,
  da,
  nb,
  fi,
  cs,
  ro,
  hu,
  tr,
  id,
  fa,
  hi,
};
const CARDINALS = [...Array(101).keys(), 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1e6, 1e9, 1e12];
const ORDINALS = [...Array(20).keys()]
  .map((index) => index + 1)
  .concat(30, 40, 50, 60, 70, 80, 90, 100, 1000);
/** What other languages' numbers mean to a reader of English. */
const ENGLISH =
  'to on in an as at of or fire due once elf set sex bin hat pet tent cent sept mil null nil tree for sun mars dim ' +
  'sad side six seven ten dos sit set ate pot bat pan pas sat one sea tan men';
/** Languages in which ordinals and big numbers end in many ways; their first letters tell them. */
const ENDINGS = new Set(['fr', 'de', 'es', 'it', 'pt', 'ru', 'uk', 'pl', 'cs', 'el', 'nl']);

/** Folded words of a language to what they count: "5", or "o5" for an ordinal. */
type Lexicon = Map<string, string>;
const lexicons = new Map<string, Lexicon>();
let common: Lexicon | undefined;

/**
 * The number that a folded word means, in a form to compare: "5" for five, "o5" for fifth; undefined for other words.
 * Without a language, and for other languages than the text's, words that are everyday ones in English do not count.
 * @param language BCP 47.
 */
export function numberOf(key: string, language?: string): string | undefined {
  const primary = language?.slice(0, 2).toLowerCase() ?? '';
  const own = SPELLERS[primary] === undefined ? undefined : lexiconOf(primary);
  common ??= commonLexicon();
  const known = own === undefined ? lookUp(common, key) : (lookUp(own, key) ?? common.get(key));
  if (known !== undefined) return known;
  const long = key.length >= 8;
  return long && (isCompound(own ?? common, key) || isCompound(common, key)) ? `=${key}` : undefined;
}

/** Whether a number is so small that its word is an article or a pronoun as well: one, a, un, ein. */
export function isArticle(value: string): boolean {
  return value === '1';
}

function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const made: Lexicon = new Map();
  const speller = SPELLERS[language];
  const enter = (word: string, value: string): void => {
    const key = foldWord(word);
    if (key !== '' && !made.has(key)) made.set(key, value);
  };
  for (const [value, forms] of Object.entries(NUMBER_FORMS[language] ?? {}))
    for (const form of forms.split(' ')) enter(form, value);
  if (speller !== undefined) {
    for (const value of CARDINALS) enter(lastWord(speller.toCardinal(value), value), String(value));
    for (const value of ORDINALS) {
      const word = lastWord(speller.toOrdinal(value), value);
      enter(word, `o${value}`);
      const stem = foldWord(word).slice(0, -1);
      if (ENDINGS.has(language) && stem.length >= 4 && !made.has(stem)) made.set(`${stem}*`, `o${value}`);
    }
  }
  lexicons.set(language, made);
  return made;
}

/** The word itself; of several, such as "one million", the last, and none of those that add, such as "twenty one". */
function lastWord(words: string, value: number): string {
  const parts = words.split(/[\s-]+/);
  return parts.length === 1 || value >= 200 || value === 100 ? (parts.at(-1) ?? '') : '';
}

function commonLexicon(): Lexicon {
  const english = new Set(ENGLISH.split(' '));
  const made: Lexicon = new Map(lexiconOf('en'));
  for (const language of Object.keys(SPELLERS)) {
    for (const [key, value] of lexiconOf(language)) {
      const latin = /^[a-z*]+$/.test(key);
      if (!made.has(key) && !(latin && (key.length < 3 || english.has(key)))) made.set(key, value);
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

const JOINERS = new Set(['und', 'en', 'och', 'og', 'e']);

/** Whether a word is numbers written together, as in German: neunzehnhundertsechsundfünfzig. */
function isCompound(lexicon: Lexicon, key: string): boolean {
  const reached = new Uint8Array(key.length + 1);
  reached[0] = 1;
  for (let start = 0; start < key.length; start += 1) {
    if (reached[start] !== 1) continue;
    for (let end = start + 1; end <= Math.min(key.length, start + 16); end += 1) {
      const piece = key.slice(start, end);
      const known = piece.length >= 3 && lexicon.has(piece) && start + piece.length <= key.length;
      if (known || (start > 0 && end < key.length && JOINERS.has(piece))) reached[end] = 1;
    }
  }
  return reached[key.length] === 1;
}
