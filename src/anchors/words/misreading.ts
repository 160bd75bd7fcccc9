import { distance } from 'fastest-levenshtein';
import { isSameName } from './alike.ts';
import { areCountries } from './names.ts';

/** Letters that scanners take for each other, in Latin, Cyrillic and Greek print; each comes to the second of a pair. */
const GLYPHS: readonly (readonly [RegExp, string])[] = [
  [/rn|nn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/li/g, 'h'],
  [/[1i|!]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/u/g, 'n'],
  [/h/g, 'b'],
  [/c/g, 'e'],
  [/[йил]/g, 'н'],
  [/п/g, 'н'],
  [/с/g, 'е'],
  [/ц/g, 'н'],
  [/ш/g, 'щ'],
  [/υ/g, 'ν'],
  [/σ/g, 'ο'],
];
/** Shorter words are too much like each other. */
const FEWEST_LETTERS = 4;
const LONGEST = 64;

/** Whether two folded words may be one name that was misread or misspelt: as isSameName, or with letters that look alike. */
export function isMisreadName(one: string, other: string): boolean {
  if (isSameName(one, other)) return true;
  if (one[0] !== other[0] || Math.min(one.length, other.length) < FEWEST_LETTERS) return false;
  return !/\p{N}/u.test(one + other) && !areCountries(one, other) && glyphs(one) === glyphs(other);
}

/** Whether one stretch of folded words may be another that was misread: at most a third of its letters differ. */
export function isMisread(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (length > LONGEST) return false;
  return length > 1 && distance(glyphs(one), glyphs(other)) <= Math.floor(length / 3);
}

/** The first letter stays as it is. */
function glyphs(word: string): string {
  return (
    word.slice(0, 1) + GLYPHS.reduce((text, [shape, letter]) => text.replace(shape, letter), word.slice(1))
  );
}
