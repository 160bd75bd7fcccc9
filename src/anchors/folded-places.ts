import type { TextRange } from '../text/range.ts';
import { type FoldedText, isSilent, originalRange } from './fold.ts';
import { occurrencesOf } from './occurrences.ts';
import type { SoughtWords } from './sought-words.ts';

/** After so many places the search stops: words so frequent tell no place. */
export const PLACE_LIMIT = 50_000;
/** Places within words that are looked at, for showing. */
const INSIDE_LIMIT = 10;
/** Words that begin or end inside a word must be at least so long, folded, to be found there. */
const INSIDE_LENGTH = 12;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The places where words stand but for case, accents, white space and the like. Whole words only, unless there are none
 * and the words are long; then places that begin or end within a word, for showing.
 * @returns UTF-16 ranges of the original, with such quotation marks and dashes at their ends as the words have.
 */
export function foldedPlaces(text: string, folded: FoldedText, sought: SoughtWords): TextRange[] {
  const whole: TextRange[] = [];
  const inside: TextRange[] = [];
  for (const place of occurrencesOf(folded.text, sought.folded, PLACE_LIMIT)) {
    if (splitsCharacter(folded, place.start) || splitsCharacter(folded, place.end)) continue;
    const range = originalRange(text, folded, place);
    if (isWholeWords(text, range)) whole.push(range);
    else if (sought.folded.length >= INSIDE_LENGTH && inside.length < INSIDE_LIMIT) inside.push(range);
  }
  const places = whole.length > 0 ? whole : inside;
  return places.map((range) => withOuterMarks(text, range, sought.exact));
}

/** Whether a range neither begins nor ends within a word. */
export function isWholeWords(text: string, { start, end }: TextRange): boolean {
  return !isInsideWord(text, start) && !isInsideWord(text, end);
}

/** Whether an offset, in UTF-16 code units, lies between two letters of a word in a script that sets spaces. */
export function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.slice(offset - 1, offset);
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return LETTER.test(before) && LETTER.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

/** Widens a range by quotation marks and dashes beside it, such as words begin and end with; by those at both ends or none. */
export function withOuterMarks(text: string, range: TextRange, words: string): TextRange {
  let { start, end } = range;
  for (let at = 0; isMark(words[at]) && isMark(text[start - 1]); at += 1) start -= 1;
  for (let at = words.length - 1; at > 0 && isMark(words[at]) && isMark(text[end]); at -= 1) end += 1;
  const both = isMark(words[0]) && isMark(words.at(-1));
  return both && (start === range.start || end === range.end) ? range : { start, end };
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && /["'\p{P}]/u.test(character) && isSilent(character);
}

/** Whether what stands on either side of a place in a folded text came from one character, such as a ligature. */
function splitsCharacter({ origins }: FoldedText, at: number): boolean {
  return at > 0 && at < origins.length && origins[at] === origins[at - 1];
}
