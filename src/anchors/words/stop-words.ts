import * as lists from 'stopword';
import { foldWord } from './fold-word.ts';

/** Ordinary words that begin English sentences and are not in the list. */
const OPENERS =
  'the he she they them this that these those there when while where who what why how it its we our us you your ' +
  'although though however nevertheless nonetheless moreover furthermore therefore thus hence meanwhile yet still ' +
  'since during until upon within without despite instead indeed perhaps maybe often sometimes soon later then once ' +
  'finally eventually first again even just so as such both each every everyone everything nobody nothing not no ' +
  'never neither nor only other others several various between among against through throughout across above below ' +
  'under toward towards along because if unless whether whose which whatever whoever or but some someone something ' +
  'one two would could should might must will shall can may let here today tomorrow yesterday now';

/** Lists by primary language subtag; those in the Latin script, of which many have names among the words of others. */
const LATIN: Readonly<Record<string, readonly string[]>> = {
  cs: lists.ces,
  da: lists.dan,
  de: lists.deu,
  en: lists.eng,
  es: lists.spa,
  fi: lists.fin,
  fr: lists.fra,
  hu: lists.hun,
  it: lists.ita,
  nb: lists.nob,
  nl: lists.nld,
  no: lists.nob,
  pl: lists.pol,
  pt: lists.por,
  ro: lists.ron,
  sv: lists.swe,
  tr: lists.tur,
};
const COMMON = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt'];

let others: Set<string> | undefined;
const known = new Map<string, Set<string>>();

/**
 * Whether a folded word is one of the frequent little words of its language: for words in the Latin script of the
 * language given and of English, or without one of seven that are widely read; for others of any in their script.
 * @param language BCP 47.
 */
export function isStopWord(key: string, language?: string): boolean {
  others ??= makeOthers();
  if (others.has(key)) return true;
  const primary = language?.slice(0, 2).toLowerCase() ?? '';
  const subtag = LATIN[primary] === undefined ? '' : primary;
  const words = known.get(subtag) ?? makeLatin(subtag === '' ? COMMON : ['en', subtag]);
  known.set(subtag, words);
  return words.has(key);
}

function makeLatin(languages: readonly string[]): Set<string> {
  // Some lists have every letter of the alphabet, and a letter may be somebody's initial.
  const whole = languages
    .flatMap((language) => LATIN[language] ?? [])
    .filter((word) => word.length > 1 || /[aeioyàéèò]/i.test(word));
  return new Set([...whole, ...OPENERS.split(' ')].map(foldWord));
}

function makeOthers(): Set<string> {
  const { ara, ben, bul, ell, fas, heb, hin, jpn, kor, rus, tha, ukr, urd, zho } = lists;
  const words = [ara, ben, bul, ell, fas, heb, hin, jpn, kor, rus, tha, ukr, urd, zho].flat().map(foldWord);
  return new Set(words.filter((word) => !/^[a-z]/.test(word)));
}
