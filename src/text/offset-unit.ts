/** How a caller counts the characters of a text. UTF16 is what JavaScript strings count in. */
export type OffsetUnit = 'CODE_POINT' | 'UTF16' | 'UTF8';

const NAMES: Record<OffsetUnit, string> = {
  CODE_POINT: 'code points',
  UTF16: 'UTF-16 code units',
  UTF8: 'UTF-8 bytes',
};

/** The unit's name in a sentence, in the plural: 'code points'. */
export function offsetUnitName(unit: OffsetUnit): string {
  return NAMES[unit];
}

/**
 * The code point that starts at a UTF-16 offset of the text. Half of a surrogate pair, and only that,
 * counts as a code point of its own. Past the end of the text it is 0.
 */
export function codePointAt(text: string, utf16Offset: number): number {
  return text.codePointAt(utf16Offset) ?? 0;
}

/** How many UTF-16 code units a code point takes: 1 or 2. */
export function utf16Width(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** How many units a code point counts for. Half a surrogate pair has the width of its replacement, U+FFFD. */
export function unitWidth(codePoint: number, unit: OffsetUnit): number {
  if (unit === 'CODE_POINT') return 1;
  if (unit === 'UTF16') return utf16Width(codePoint);
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Whether a UTF-16 offset lies between the two halves of a surrogate pair. */
export function isInsidePair(text: string, utf16Offset: number): boolean {
  return utf16Offset > 0 && codePointAt(text, utf16Offset - 1) > 0xffff;
}
