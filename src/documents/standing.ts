import { rangeOf, type Span } from '../anchors/span.ts';
import type { AnchorStatus } from '../store/generated/enums.ts';
import type { TextRange } from '../text/range.ts';
import type { RevisionText } from '../text/revision-text.ts';

/** Where an anchor stands in a revision, and how well it holds there. */
export interface Standing {
  status: AnchorStatus;
  /** 1 for the very words in the very place. */
  score: number;
  /** Null where it points at no words: AMBIGUOUS, ORPHANED. */
  span: Span | null;
}

export const ORPHANED: Standing = { status: 'ORPHANED', score: 0, span: null };

/** A standing as the columns of a position have it: all four of the span are null, or none. */
export interface StandingColumns {
  status: AnchorStatus;
  score: number;
  startUnitId: string | null;
  startOffset: number | null;
  endUnitId: string | null;
  endOffset: number | null;
}

export function standingOf({ status, score, ...columns }: StandingColumns): Standing {
  return { status, score, span: spanOfColumns(columns) };
}

export function spanOfColumns({
  startUnitId,
  startOffset,
  endUnitId,
  endOffset,
}: Omit<StandingColumns, 'status' | 'score'>): Span | null {
  if (startUnitId === null || startOffset === null || endUnitId === null || endOffset === null) return null;
  return { startUnitId, startOffset, endUnitId, endOffset };
}

export function sameStanding(a: Standing, b: Standing): boolean {
  return a.status === b.status && a.score === b.score && sameSpan(a.span, b.span);
}

export function sameSpan(a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.startUnitId === b.startUnitId &&
    a.startOffset === b.startOffset &&
    a.endUnitId === b.endUnitId &&
    a.endOffset === b.endOffset
  );
}

/** The UTF-16 range of the words that an anchor points at in a revision, or null. */
export function rangeOfStanding(revision: RevisionText, { span }: Standing): TextRange | null {
  return span === null ? null : rangeOf(revision, span);
}

/** The words that an anchor points at in a revision, or null. */
export function wordsOfStanding(revision: RevisionText, standing: Standing): string | null {
  const range = rangeOfStanding(revision, standing);
  return range === null ? null : revision.text.slice(range.start, range.end);
}
