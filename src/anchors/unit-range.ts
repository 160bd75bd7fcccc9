import { UNIT_SEPARATOR } from '../text/layout.ts';

/** A place in a unit of text: the unit's index in its revision, and UTF-16 code units from its start. */
export interface UnitPlace {
  unit: number;
  offset: number;
}

/** A half-open range that starts and ends in units of text. */
export interface UnitRange {
  start: UnitPlace;
  end: UnitPlace;
}

/** The words of a range, two line feeds between units. */
export function wordsIn(units: readonly string[], { start, end }: UnitRange): string {
  if (start.unit === end.unit) return (units[start.unit] ?? '').slice(start.offset, end.offset);
  return [
    (units[start.unit] ?? '').slice(start.offset),
    ...units.slice(start.unit + 1, end.unit),
    (units[end.unit] ?? '').slice(0, end.offset),
  ].join(UNIT_SEPARATOR);
}
