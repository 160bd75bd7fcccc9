import { distance } from 'fastest-levenshtein';

const ALPHABETS: readonly [RegExp, string][] = [
  [/^[a-z]+$/, 'abcdefghijklmnopqrstuvwxyz'],
  [/^[а-яіїєґў]+$/, 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў'],
  [/^[α-ω]+$/, 'αβγδεζηθικλμνξοπρστυφχψω'],
];
/** Of shorter words another letter makes another word. */
const SHORTEST = 4;
const SHORTEST_FOR_TWO = 8;
/** Of longer ones spellings are looked for by their trigrams alone. */
const LONGEST = 16;

/** How many letters of a folded word may be wrong: none of a short one, as that is another word then. */
export function errorsAllowed(word: string): number {
  if (word.length < SHORTEST) return 0;
  return word.length < SHORTEST_FOR_TWO ? 1 : 2;
}

/**
 * How many letters are left out, put in or taken for others between two words; two neighbours exchanged are one error.
 * @returns null for more than `errorsAllowed(sought)`.
 */
export function errorsBetween(sought: string, word: string): number | null {
  const most = errorsAllowed(sought);
  if (Math.abs(sought.length - word.length) > most) return null;
  const errors = isExchange(sought, word) ? 1 : distance(sought, word);
  return errors <= most ? errors : null;
}

/**
 * Every other spelling of a folded word with one error, in Latin, Cyrillic or Greek letters: some 50 for each letter.
 * Looking each up takes as long in a large dictionary as in a small one. None for words that may have no error, for
 * long words, and in other scripts.
 */
export function spellings(word: string): string[] {
  const letters = ALPHABETS.find(([script]) => script.test(word))?.[1];
  if (letters === undefined || word.length < SHORTEST || word.length > LONGEST) return [];
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    found.add(before + after.slice(1));
    found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      found.add(before + letter + after);
      found.add(before + letter + after.slice(1));
    }
  }
  found.delete(word);
  return [...found];
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at < a.length - 1 && b === a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
}
