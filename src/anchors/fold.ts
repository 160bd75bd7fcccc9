import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { TextRange } from '../text/range.ts';
import { foldWord } from './words/fold-word.ts';

/** A text without what copies of it differ in, and where each of its code units came from. */
export interface FoldedText {
  text: string;
  /** For each code unit of the folded text, the UTF-16 offset of the character in the original. */
  origins: Int32Array;
}

/** White space, dashes, quotation marks, apostrophes, soft hyphens and what has no shape. */
const SILENT = /^[\s\p{Pd}\p{Pi}\p{Pf}\p{Cf}\p{Cc}"'`´ʼʹ‚„′″‵⁃−״׳「」『』〝〞〟＂＇]$/u;
const UNKNOWN = -1;
const SEVERAL = -2;
const DROPPED = 0;
/** What becomes of a code unit: one other, nothing, or several. Filled in as characters are met. */
const table = new Int32Array(0x10000).fill(UNKNOWN);
const several = new Map<number, string>();
const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const utf16 = new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });

/**
 * Takes white space, dashes, quotation marks, case, accents, ligatures, width and vowel points out of a text, so that
 * copies of it that differ in these alone are equal; a hyphen at the end of a line goes as well. Takes time in proportion
 * to the length, and 4 bytes for each code unit.
 */
export function foldText(text: string): FoldedText {
  let units = new Uint16Array(text.length + 16);
  let origins = new Int32Array(text.length + 16);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const pair = unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length;
    const known = table[unit] ?? UNKNOWN;
    const folded = known === UNKNOWN && !pair ? learn(unit) : known;
    if (!pair && folded > 0) {
      units[length] = folded;
      origins[length] = at;
      length += 1;
    } else if (pair || folded === SEVERAL) {
      const codePoint = text.codePointAt(at) ?? unit;
      const characters = several.get(codePoint) ?? learnSeveral(codePoint);
      if (length + characters.length + text.length - at > units.length) {
        units = enlarged(units, new Uint16Array(2 * units.length + characters.length));
        origins = enlarged(origins, new Int32Array(units.length));
      }
      for (let index = 0; index < characters.length; index += 1) {
        units[length] = characters.charCodeAt(index);
        origins[length] = at;
        length += 1;
      }
      if (pair) at += 1;
    }
  }
  return { text: utf16.decode(units.subarray(0, length)), origins: origins.slice(0, length) };
}

/** The text folded last: one after the other, quotes are mostly looked for in the same one. It is not kept alive. */
let last: { source: WeakRef<object>; folded: FoldedText } | undefined;

/** The folded text of a source; the same object again is not folded again. */
export function foldedSource(source: { readonly text: string }): FoldedText {
  if (last?.source.deref() === source) return last.folded;
  const folded = foldText(source.text);
  last = { source: new WeakRef(source), folded };
  return folded;
}

/** The first offset in a folded text of what stands at or after an offset of the original. */
export function foldedOffset(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.origins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((folded.origins[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The range of the original that a range of its folded text, not an empty one, came from, in whole graphemes. */
export function originalRange(original: string, folded: FoldedText, range: TextRange): TextRange {
  let start = folded.origins[range.start] ?? original.length;
  let end = (folded.origins[range.end - 1] ?? original.length - 1) + 1;
  while (!isGraphemeBoundary(original, start)) start -= 1;
  while (!isGraphemeBoundary(original, end)) end += 1;
  return { start, end };
}

/** Whether folding leaves nothing of a character. */
export function isSilent(character: string): boolean {
  return SILENT.test(character);
}

function learn(unit: number): number {
  const characters = foldCharacter(String.fromCharCode(unit));
  if (characters.length > 1) several.set(unit, characters);
  const folded = characters.length > 1 ? SEVERAL : characters === '' ? DROPPED : characters.charCodeAt(0);
  table[unit] = folded;
  return folded;
}

function learnSeveral(codePoint: number): string {
  const characters = foldCharacter(String.fromCodePoint(codePoint));
  if (several.size < 0x10000) several.set(codePoint, characters);
  return characters;
}

function foldCharacter(character: string): string {
  if (isSilent(character)) return '';
  // Composed again: a Hangul syllable stays one, as does a kana with its mark.
  return foldWord(character)
    .normalize('NFC')
    .replace(/[\s"'-]/g, '');
}

function enlarged<Units extends Uint16Array | Int32Array>(units: Units, larger: Units): Units {
  larger.set(units);
  return larger;
}
