import { countGraphemes } from 'unicode-segmenter/grapheme';
import { codePointAt, isInsidePair, utf16Width } from './offset-unit.ts';

/**
 * Whether a text may be cut at an offset without cutting a character as readers see it, that is, whether
 * the offset lies between two extended grapheme clusters (UAX #29, section 3.1.1).
 *
 * Looks at the two code points around the offset, and further back only where the rules do: over a run of
 * marks (GB9c, GB11) or of flag letters (GB12, GB13). Takes time in proportion to that run, if there is one.
 *
 * @param utf16Offset in UTF-16 code units; one outside the text is no boundary
 */
export function isGraphemeBoundary(text: string, utf16Offset: number): boolean {
  if (!Number.isInteger(utf16Offset) || utf16Offset < 0 || utf16Offset > text.length) return false;
  if (utf16Offset === 0 || utf16Offset === text.length) return true;
  const unitBefore = text.charCodeAt(utf16Offset - 1);
  const unitAfter = text.charCodeAt(utf16Offset);
  if (unitBefore < 0x80 && unitAfter < 0x80) return unitBefore !== 0x0d || unitAfter !== 0x0a;
  if (isInsidePair(text, utf16Offset)) return false;

  const start = startBefore(text, utf16Offset);
  const end = utf16Offset + utf16Width(codePointAt(text, utf16Offset));
  if (isFlagLetter(text, start) && isFlagLetter(text, utf16Offset)) {
    return flagLettersBefore(text, utf16Offset) % 2 === 0;
  }
  if (countGraphemes(text.slice(start, end)) === 1) return false;
  if (!extendsPrevious(text, start)) return true;
  // Whether a mark joins what follows depends on the character that it stands on, and on nothing before that.
  const base = baseBefore(text, start);
  return countGraphemes(text.slice(base, end)) !== countGraphemes(text.slice(base, utf16Offset));
}

function startBefore(text: string, offset: number): number {
  return isInsidePair(text, offset - 1) ? offset - 2 : offset - 1;
}

/** Whether the code point at the offset joins any letter before it: Extend, ZWJ or SpacingMark. */
function extendsPrevious(text: string, offset: number): boolean {
  return countGraphemes(`a${String.fromCodePoint(codePointAt(text, offset))}`) === 1;
}

function baseBefore(text: string, offset: number): number {
  let base = offset;
  while (base > 0 && extendsPrevious(text, base)) base = startBefore(text, base);
  return base;
}

function isFlagLetter(text: string, offset: number): boolean {
  const codePoint = codePointAt(text, offset);
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function flagLettersBefore(text: string, offset: number): number {
  let start = offset;
  while (start >= 2 && isFlagLetter(text, start - 2)) start -= 2;
  return (offset - start) / 2;
}
