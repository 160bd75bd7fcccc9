import { Checkpoints } from './checkpoints.ts';
import { codePointAt, isInsidePair, type OffsetUnit, offsetUnitName, unitWidth } from './offset-unit.ts';
import { TextProblem } from './problem.ts';

export type { OffsetUnit } from './offset-unit.ts';

/**
 * Converts offsets in one text between code points, UTF-16 code units and UTF-8 bytes.
 *
 * Making one costs nothing. Where two units count a text alike no table is made; else the first conversion
 * of a unit reads the text once, and every one after that reads at most some 1,024 code units of it.
 */
export class OffsetIndex {
  readonly text: string;
  readonly #tables = new Map<OffsetUnit, Checkpoints | null>();

  /** @param text should be normalized; half of a surrogate pair is counted as a character of its own */
  constructor(text: string) {
    this.text = text;
  }

  /** The length of the whole text in the unit. */
  length(unit: OffsetUnit): number {
    return this.#table(unit)?.total ?? this.text.length;
  }

  /**
   * Turns an offset counted in `unit` into UTF-16 code units. The length of the text is a valid offset.
   *
   * @throws TextProblem OFFSET_OUT_OF_RANGE when it is negative, not whole or past the end of the text;
   *   OFFSET_SPLITS_CHARACTER when it lies within a surrogate pair or the UTF-8 bytes of one character
   */
  toUtf16(offset: number, unit: OffsetUnit): number {
    this.#checkRange(offset, unit);
    const table = this.#table(unit);
    if (table === null) {
      this.#checkPair(offset);
      return offset;
    }
    const place = table.walkToCount(table.beforeCount(offset), offset);
    if (place.counted !== offset) throw splits(this.text, place.utf16, place.counted, offset, unit);
    return place.utf16;
  }

  /**
   * Turns an offset in UTF-16 code units into one counted in `unit`.
   *
   * @throws TextProblem OFFSET_OUT_OF_RANGE, OFFSET_SPLITS_CHARACTER as `toUtf16`
   */
  fromUtf16(offset: number, unit: OffsetUnit): number {
    this.#checkRange(offset, 'UTF16');
    this.#checkPair(offset);
    const table = this.#table(unit);
    return table === null ? offset : table.walkToUtf16(table.beforeUtf16(offset), offset).counted;
  }

  #table(unit: OffsetUnit): Checkpoints | null {
    const known = this.#tables.get(unit);
    if (known !== undefined) return known;
    const table = countsAsUtf16(this.text, unit) ? null : new Checkpoints(this.text, unit);
    this.#tables.set(unit, table);
    return table;
  }

  #checkRange(offset: number, unit: OffsetUnit): void {
    const length = this.length(unit);
    if (Number.isInteger(offset) && offset >= 0 && offset <= length) return;
    throw new TextProblem(
      'OFFSET_OUT_OF_RANGE',
      `Offset ${offset} is not in the text, which has ${length} ${offsetUnitName(unit)}; give a whole number from 0 to ${length}.`,
    );
  }

  #checkPair(offset: number): void {
    if (isInsidePair(this.text, offset)) throw splits(this.text, offset - 1, offset - 1, offset, 'UTF16');
  }
}

function countsAsUtf16(text: string, unit: OffsetUnit): boolean {
  if (unit === 'UTF16') return true;
  return unit === 'CODE_POINT' ? !/[\uD800-\uDFFF]/.test(text) : !/[\u0080-\uFFFF]/.test(text);
}

function splits(text: string, utf16: number, start: number, offset: number, unit: OffsetUnit): TextProblem {
  const end = start + unitWidth(codePointAt(text, utf16), unit);
  return new TextProblem(
    'OFFSET_SPLITS_CHARACTER',
    `Offset ${offset}, in ${offsetUnitName(unit)}, is inside the character from ${start} to ${end}; give ${start} or ${end}.`,
  );
}
