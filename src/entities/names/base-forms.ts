import { isStopWord } from '../../anchors/words/stop-words.ts';
import { wordKey } from './name-key.ts';

const LATIN = /^[a-zß-ɏ]+$/;
const CYRILLIC = /^[Ѐ-ӿ]+$/;
const HANGUL = /^[가-힣]+$/;
const SHORTEST_LATIN = 2;
const SHORTEST_STEM = 3;
/** Particles that are written onto a Korean word. */
const PARTICLES = /^(.{2,}?)(?:은|는|이|가|을|를|의|에|도|로|으로|와|과|만|에서|에게|들)$/u;

/**
 * Endings of Russian and Ukrainian cases, each with those that the first case may have in its place; `-` is none. The
 * genitive plural is left out: Иванов would be one of Иван.
 */
const ENDINGS = new Map(
  [
    'а:- о',
    'у:- а о',
    'ю:ь й я',
    'я:ь й',
    'ом:- о',
    'ем:- ь й',
    'ым:- ый ой',
    'им:ий -',
    'е:- а о ь й я',
    'ы:- а',
    'и:- а ь я',
    'ей:ь я а',
    'ам:- а',
    'ами:- а',
    'ах:- а',
    'ям:ь я й',
    'ями:ь я й',
    'ях:ь я й',
    'ой:а ая',
    'ою:а',
    'ью:ь',
    'ого:ий ый ой',
    'ому:ий ый ой',
    'его:ий',
    'ему:ий',
    'ую:ая',
    'ые:ый',
    'ых:- ый',
    'ыми:- ый',
    'ие:ий',
    'их:ий',
    'ими:ий',
    'і:- а ь я',
    'ові:-',
    'еві:ь й',
    'ії:ія',
    'ію:ія',
    'ією:ія',
  ].map((rule): [string, string[]] => {
    const [ending = '', bases = ''] = rule.split(':');
    return [wordKey(ending), bases.split(' ').map((base) => (base === '-' ? '' : wordKey(base)))];
  }),
);
const LONGEST_ENDING = 3;

/**
 * The keys that a word of this key may be a form of: a plural, a genitive or another case, or with a particle. Without
 * the key itself; none for stop words and in scripts whose endings are not known here.
 */
export function baseForms(key: string): string[] {
  const bases = LATIN.test(key)
    ? latinBases(key)
    : CYRILLIC.test(key)
      ? cyrillicBases(key)
      : koreanBases(key);
  return bases.length > 0 && isStopWord(key, 'en') ? [] : bases;
}

function koreanBases(key: string): string[] {
  const stem = HANGUL.test(key) ? PARTICLES.exec(key)?.[1] : undefined;
  return stem === undefined ? [] : [stem];
}

function latinBases(key: string): string[] {
  if (!key.endsWith('s') || key.endsWith('ss') || key.length <= SHORTEST_LATIN) return [];
  const bases = [key.slice(0, -1)];
  if (/(?:[sxzo]|[cst]h)es$/.test(key)) bases.push(key.slice(0, -2));
  if (/.{3}ies$/.test(key)) bases.push(`${key.slice(0, -3)}y`);
  return bases;
}

/** By the longest ending alone, so that few forms come of a word. */
function cyrillicBases(key: string): string[] {
  for (let length = LONGEST_ENDING; length > 0; length -= 1) {
    const stem = key.slice(0, -length);
    const bases = stem.length < SHORTEST_STEM ? undefined : ENDINGS.get(key.slice(-length));
    if (bases !== undefined) return bases.map((base) => stem + base).filter((base) => base !== key);
  }
  return [];
}
