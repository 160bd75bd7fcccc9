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

let words: Set<string> | undefined;

/** Whether a folded word is one of the frequent little words of any of some thirty languages. */
export function isStopWord(key: string): boolean {
  words ??= makeWords();
  return words.has(key);
}

function makeWords(): Set<string> {
  const {
    ara,
    ben,
    bul,
    ces,
    dan,
    deu,
    ell,
    eng,
    fas,
    fin,
    fra,
    heb,
    hin,
    hun,
    ita,
    jpn,
    kor,
    nld,
    nob,
    pol,
  } = lists;
  const { por, ron, rus, spa, swe, tha, tur, ukr, urd, zho } = lists;
  const western = [ces, dan, deu, ell, eng, fin, fra, hun, ita, nld, nob, pol, por, ron, spa, swe, tur];
  const others = [ara, ben, bul, fas, heb, hin, jpn, kor, rus, tha, ukr, urd, zho];
  // Some lists have every letter of the alphabet, and a letter may be somebody's initial.
  const whole = western.flat().filter((word) => word.length > 1 || /[aeioyàéèò]/i.test(word));
  return new Set([...whole, ...others.flat(), ...OPENERS.split(' ')].map(foldWord));
}
