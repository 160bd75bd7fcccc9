import { distance } from 'fastest-levenshtein';

/** Words as far as letters, digits and what sits on them go. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const BEGINS_WORD = /[^\p{L}\p{N}\p{M}]/u;
/** Scripts whose words do not stand apart. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** How many letters of a word may be wrong: none of a short one, as that is another word then. */
function tolerance(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Whether words of what is sought need not stand apart from what is before them. */
export function isUnspaced(sought: string): boolean {
  return UNSPACED.test([...sought][0] ?? '');
}

/**
 * How well a name fits what is sought: 1 for the very name, less for one that begins with it, for one of which a later
 * word does, and for one that has its words with a few letters wrong.
 * @param sought and name folded by `searchKey`.
 * @returns from 0 to 1, to four decimals; null where it does not fit.
 */
export function likeness(sought: string, name: string): number | null {
  if (sought === '') return null;
  if (name === sought) return 1;
  const share = sought.length / name.length;
  const at = beginningOf(sought, name);
  if (at === null) return misspelt(sought, name);
  const after = name[at + sought.length];
  const isWhole = after === undefined || BEGINS_WORD.test(after);
  return round((at === 0 ? 0.85 : 0.75) + (isWhole ? 0.05 : 0) + 0.04 * share);
}

/** Where what is sought begins a word of a name; null where it begins none. */
function beginningOf(sought: string, name: string): number | null {
  for (let at = name.indexOf(sought); at >= 0; at = name.indexOf(sought, at + 1))
    if (at === 0 || isUnspaced(sought) || BEGINS_WORD.test(name[at - 1] ?? '')) return at;
  return null;
}

/** Every word that is sought must be one of the name, the last one perhaps its beginning only; in any order. */
function misspelt(sought: string, name: string): number | null {
  const soughtWords = sought.match(WORD) ?? [];
  const words = name.match(WORD) ?? [];
  let errors = 0;
  for (const [index, word] of soughtWords.entries()) {
    const isLast = index === soughtWords.length - 1;
    const least = Math.min(...words.map((other) => errorsBetween(word, other, isLast)));
    if (least > tolerance(word.length)) return null;
    errors += least;
  }
  if (soughtWords.length === 0) return null;
  return round(0.66 * (1 - errors / sought.length) + 0.04 * Math.min(1, sought.length / name.length));
}

function errorsBetween(sought: string, word: string, mayGoOn: boolean): number {
  const most = tolerance(sought.length);
  const lengths = [word.length];
  if (mayGoOn)
    for (let length = sought.length - most; length <= sought.length + most; length += 1)
      if (length > 0 && length < word.length) lengths.push(length);
  return Math.min(
    ...lengths
      .filter((length) => Math.abs(length - sought.length) <= most)
      .map((length) => errorsIn(sought, word.slice(0, length))),
    Number.POSITIVE_INFINITY,
  );
}

/** Letters left out, put in or taken for others; two neighbours exchanged are one error. */
function errorsIn(sought: string, word: string): number {
  return isExchange(sought, word) ? 1 : distance(sought, word);
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== [...b][index]);
  const [before, rest] = [a.slice(0, at), a.slice(at + 2)];
  return at >= 0 && b === `${before}${a[at + 1] ?? ''}${a[at] ?? ''}${rest}`;
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
