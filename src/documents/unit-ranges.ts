import type { Carried } from '../anchors/carry-range.ts';
import type { Span } from '../anchors/span.ts';
import type { UnitRange } from '../anchors/unit-range.ts';
import type { RevisionText, RevisionUnit } from '../text/revision-text.ts';
import { ORPHANED, type Standing } from './standing.ts';

/** A span as places in a revision's units, or null when it does not stand there. */
export function unitRangeOf(revision: RevisionText, span: Span): UnitRange | null {
  const first = revision.unitById(span.startUnitId);
  const last = revision.unitById(span.endUnitId);
  if (first === undefined || last === undefined) return null;
  const place = (unit: RevisionUnit, offset: number) => ({
    unit: unit.index,
    offset: revision.unitOffsets(unit).toUtf16(offset, 'CODE_POINT'),
  });
  return { start: place(first, span.startOffset), end: place(last, span.endOffset) };
}

/** What became of words in a revision that they were carried into. */
export function standingAfter(after: RevisionText, { status, score, range }: Carried): Standing {
  if (range === null) return status === 'AMBIGUOUS' ? { status, score, span: null } : ORPHANED;
  const first = after.units[range.start.unit];
  const last = after.units[range.end.unit];
  if (first === undefined || last === undefined) throw new Error('Words were carried out of the text');
  return {
    status,
    score,
    span: {
      startUnitId: first.id,
      startOffset: after.unitOffsets(first).fromUtf16(range.start.offset, 'CODE_POINT'),
      endUnitId: last.id,
      endOffset: after.unitOffsets(last).fromUtf16(range.end.offset, 'CODE_POINT'),
    },
  };
}
