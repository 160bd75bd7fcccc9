import type { TextRange } from '../text/range.ts';
import type { RevisionText } from '../text/revision-text.ts';

/** A place in text relative to units of text. Offsets count code points from the start of the unit. */
export interface Span {
  startUnitId: string;
  startOffset: number;
  endUnitId: string;
  endOffset: number;
}

/**
 * Turns a UTF-16 range of the canonical text into a span. What stands between units belongs to none of them, so the
 * span starts at the first word in the range and ends after the last; null when there is none.
 */
export function spanOf(revision: RevisionText, range: TextRange): Span | null {
  const touched = revision.unitsIn(range);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = Math.max(range.start, first.start) - first.start;
  const end = Math.min(range.end, last.end) - last.start;
  return {
    startUnitId: first.id,
    startOffset: revision.unitOffsets(first).fromUtf16(start, 'CODE_POINT'),
    endUnitId: last.id,
    endOffset: revision.unitOffsets(last).fromUtf16(end, 'CODE_POINT'),
  };
}

/** The UTF-16 range of a span in a revision, or null when its units do not stand there in that order. */
export function rangeOf(revision: RevisionText, span: Span): TextRange | null {
  const first = revision.unitById(span.startUnitId);
  const last = revision.unitById(span.endUnitId);
  if (first === undefined || last === undefined || first.index > last.index) return null;
  return {
    start: first.start + revision.unitOffsets(first).toUtf16(span.startOffset, 'CODE_POINT'),
    end: last.start + revision.unitOffsets(last).toUtf16(span.endOffset, 'CODE_POINT'),
  };
}

/** The ids of the units that a span covers in the revision, in order; empty when it does not stand there. */
export function unitIdsOf(revision: RevisionText, span: Span): string[] {
  const first = revision.unitById(span.startUnitId);
  const last = revision.unitById(span.endUnitId);
  if (first === undefined || last === undefined) return [];
  return revision.units.slice(first.index, last.index + 1).map((unit) => unit.id);
}

/**
 * Whether units that followed each other still do. Units are immutable, so a span over them then has the very words
 * that it had.
 * @param placeOf a unit's place among the units of the revision asked about, or undefined when it is gone.
 */
export function stillAdjacent(
  unitIds: readonly string[],
  placeOf: (unitId: string) => number | undefined,
): boolean {
  const [first] = unitIds;
  if (first === undefined) return false;
  const start = placeOf(first);
  return start !== undefined && unitIds.every((id, index) => placeOf(id) === start + index);
}
