import { isGraphemeBoundary } from './graphemes.ts';
import { type OffsetUnit, offsetUnitName } from './offset-unit.ts';
import type { OffsetIndex } from './offsets.ts';
import { TextProblem } from './problem.ts';

/** A half-open range of a text: from `start` up to, and without, `end`. In UTF-16 code units unless said. */
export interface TextRange {
  start: number;
  end: number;
}

/** A range as a caller gives it, counted in a unit of the caller's choice. */
export interface GivenRange extends TextRange {
  unit: OffsetUnit;
}

/** A bound on the work for an error message: characters longer than this are not worth measuring. */
const SEARCH_LIMIT = 64;

/**
 * Turns a range that a caller gave into one in UTF-16 code units, and makes sure that it can be pointed at.
 *
 * @throws TextProblem OFFSET_OUT_OF_RANGE, OFFSET_SPLITS_CHARACTER (see OffsetIndex), RANGE_REVERSED when it
 *   ends before it starts, RANGE_EMPTY when it holds nothing, RANGE_SPLITS_GRAPHEME when an end of it lies
 *   inside a character as readers see it (UAX #29 extended grapheme cluster)
 */
export function resolveRange(index: OffsetIndex, given: GivenRange): TextRange {
  const start = index.toUtf16(given.start, given.unit);
  const end = index.toUtf16(given.end, given.unit);
  const name = `The range ${given.start} to ${given.end}, in ${offsetUnitName(given.unit)},`;
  if (start > end) {
    throw new TextProblem('RANGE_REVERSED', `${name} ends before it starts; swap the two offsets.`);
  }
  if (start === end) {
    throw new TextProblem('RANGE_EMPTY', `${name} holds no characters; give an end after its start.`);
  }
  checkBoundary(index, start, given.unit, `${name} starts`);
  checkBoundary(index, end, given.unit, `${name} ends`);
  return { start, end };
}

/**
 * Turns an offset that a caller gave into UTF-16 code units, and makes sure that a range can begin or end there.
 *
 * @throws TextProblem OFFSET_OUT_OF_RANGE, OFFSET_SPLITS_CHARACTER (see OffsetIndex), RANGE_SPLITS_GRAPHEME
 */
export function resolveOffset(index: OffsetIndex, offset: number, unit: OffsetUnit): number {
  const place = index.toUtf16(offset, unit);
  checkBoundary(index, place, unit, `The offset ${offset}, in ${offsetUnitName(unit)}, is`);
  return place;
}

function checkBoundary(index: OffsetIndex, offset: number, unit: OffsetUnit, name: string): void {
  if (isGraphemeBoundary(index.text, offset)) return;
  const before = nearestBoundary(index.text, offset, -1);
  const after = nearestBoundary(index.text, offset, 1);
  const places = [before, after]
    .filter((place) => place !== null)
    .map((place) => index.fromUtf16(place, unit))
    .join(' or ');
  throw new TextProblem(
    'RANGE_SPLITS_GRAPHEME',
    `${name} inside a character that readers see as one; move that offset ${places === '' ? 'out of it' : `to ${places}`}.`,
  );
}

function nearestBoundary(text: string, offset: number, step: 1 | -1): number | null {
  for (let distance = 1; distance <= SEARCH_LIMIT; distance += 1) {
    const place = offset + step * distance;
    if (isGraphemeBoundary(text, place)) return place;
  }
  return null;
}
