import { distance } from 'fastest-levenshtein';
import { isSameName } from './alike.ts';
import { areCountries } from './names.ts';
import { isStopWord } from './stop-words.ts';

/** Letters that scanners take for each other, in Latin, Cyrillic and Greek print; each comes to the second of a pair. */
const GLYPHS: readonly (readonly [RegExp, string])[] = [
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[1i|!]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/u/g, 'n'],
  [/h/g, 'b'],
  [/c/g, 'e'],
  [/rn|nn/g, 'm'],
  [/[йилпц]/g, 'н'],
  [/с/g, 'е'],
  [/ш/g, 'щ'],
  [/υ/g, 'ν'],
  [/σ/g, 'ο'],
];
/** Shorter words are too much like each other. */
const FEWEST_LETTERS = 4;
const FEWEST_LETTERS_OF_SAYING = 5;
const LONGEST = 64;

/** Whether two folded words may be one name that was misread or misspelt: as isSameName, or with letters that look alike. */
export function isMisreadName(one: string, other: string): boolean {
  if (isSameName(one, other)) return true;
  if (one[0] !== other[0] || /\p{N}/u.test(one + other) || glyphs(one) !== glyphs(other)) return false;
  if (areCountries(one, other)) return false;
  return Math.min(one.length, other.length) >= FEWEST_LETTERS || isStopWord(one) || isStopWord(other);
}

/** Whether a folded word may be a number, a date or a negation that was misread: nothing but letters that look alike, doubled or swapped. */
export function isMisreadSaying(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < FEWEST_LETTERS_OF_SAYING || one[0] !== other[0]) return false;
  return glyphs(one) === glyphs(other) || isSwapped(one, other) || undoubled(one) === undoubled(other);
}

/** Whether one stretch of folded words may be another that was misread, so many characters at most. */
export function isMisread(one: string, other: string, most: number): boolean {
  const length = Math.max(one.length, other.length);
  return length > 1 && length <= LONGEST && distance(glyphs(one), glyphs(other)) <= most;
}

/**
 * Whether one folded word may be another that was misread: at most a third of its letters differ, or one of two. It must
 * begin alike, but for one letter: what stands before a word may deny it.
 */
export function isMisreadWord(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (length === 2)
    return (
      one.length === other.length &&
      (one[0] === other[0] || one[1] === other[1]) &&
      !(isStopWord(one) && isStopWord(other))
    );
  if (Math.abs(one.length - other.length) > Math.max(1, length / 6)) return false;
  const beginsAlike = one[0] === other[0] || (one[1] === other[1] && one[2] === other[2]);
  return beginsAlike && (isSwapped(one, other) || isMisread(one, other, Math.floor(length / 3)));
}

/** Whether two words differ by a letter wrong, missing or too many, or by two neighbours that changed places. */
export function isOneLetterOff(one: string, other: string): boolean {
  return distance(one, other) === 1 || isSwapped(one, other);
}

/** Whether two words differ by two neighbours that changed places. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const swapped = one[at] === other[at + 1] && one[at + 1] === other[at];
  return swapped && one.slice(at + 2) === other.slice(at + 2);
}

function undoubled(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

/** The first letter stays as it is. */
function glyphs(word: string): string {
  return (
    word.slice(0, 1) + GLYPHS.reduce((text, [shape, letter]) => text.replace(shape, letter), word.slice(1))
  );
}
