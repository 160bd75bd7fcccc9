import { alignRevisions, type RevisionAlignment } from '../anchors/alignment/align-revisions.ts';
import { type Carried, carryRange, ELSEWHERE } from '../anchors/carry-range.ts';
import { rangeOf, type Span, stillAdjacent, unitIdsOf } from '../anchors/span.ts';
import { OffsetIndex } from '../text/offsets.ts';
import type { RevisionText, RevisionUnit } from '../text/revision-text.ts';
import { type Standing, sameStanding } from './standing.ts';
import { standingAfter, unitRangeOf } from './unit-ranges.ts';

/** Where an anchor was made. */
export interface Home {
  span: Span;
  startLineageId: string;
  endLineageId: string;
}

/** An anchor as it stands before a step from one revision to another. */
export interface AnchorToCarry {
  standing: Standing;
  /** The words that it was made on. */
  exact: string;
  home: Home;
  /** Whether somebody took it off the words that it had been carried to, so that only a return home is accepted. */
  released: boolean;
}

/** A step from a revision to a later one. */
export interface Step {
  before: RevisionText;
  after: RevisionText;
  alignment: RevisionAlignment;
  /** The texts of units that are homes and not in `before`, by their ids. */
  homeTexts: ReadonlyMap<string, string>;
  /** What was aligned with homes so far, by the ids of their units. */
  homeAlignments: Map<string, RevisionAlignment>;
}

/**
 * Where an anchor stands after a step. Home comes first: where the very words stand there again, the anchor does too.
 * Else its words are followed from where they stood, and from home, and the better of both wins.
 * @returns the very standing that was given when nothing changes.
 */
export function carryAnchor(step: Step, anchor: AnchorToCarry): Standing {
  const { standing, home } = anchor;
  if (isHome(step.after, anchor)) {
    const atHome: Standing = { status: 'EXACT', score: 1, span: home.span };
    return sameStanding(atHome, standing) ? standing : atHome;
  }
  const followed = standing.span === null ? standing : follow(step, anchor, standing.span);
  if (standing.status === 'EXACT' || followed.status === 'EXACT') return honest(step, anchor, followed);
  const fromHome = followFromHome(step, anchor);
  const best = fromHome !== null && isBetter(fromHome, followed) ? fromHome : followed;
  return honest(step, anchor, best);
}

/** Whether the words of an anchor stand in its very home. */
function isHome(after: RevisionText, { home, exact }: AnchorToCarry): boolean {
  const range = rangeOf(after, home.span);
  return (
    range !== null && range.end - range.start === exact.length && after.text.startsWith(exact, range.start)
  );
}

function follow({ before, after, alignment }: Step, anchor: AnchorToCarry, span: Span): Standing {
  if (stillAdjacent(unitIdsOf(before, span), (id) => after.unitById(id)?.index)) return anchor.standing;
  const range = unitRangeOf(before, span);
  if (range === null) throw new Error(`An anchor does not stand in ${before.slug}@${before.number}`);
  const carried = carryRange(alignment, range, anchor.exact);
  const standing = standingAfter(after, carried);
  return standing.status === 'EXACT' && !isInPlace(before, after, anchor, span, standing)
    ? { ...standing, status: 'MOVED', score: ELSEWHERE }
    : standing;
}

/** Whether words that are in place after a step are where the anchor was made, too. */
function isInPlace(
  before: RevisionText,
  after: RevisionText,
  { standing, home }: AnchorToCarry,
  from: Span,
  { span: to }: Standing,
): boolean {
  if (to === null || standing.status === 'MOVED') return false;
  const [start, end] = [lineageOf(after, to.startUnitId), lineageOf(after, to.endUnitId)];
  if (standing.status === 'EXACT')
    return start === lineageOf(before, from.startUnitId) && end === lineageOf(before, from.endUnitId);
  return start === home.startLineageId && end === home.endLineageId;
}

function lineageOf(revision: RevisionText, unitId: string): string | undefined {
  return revision.unitById(unitId)?.lineageId;
}

/** Where the words of home's unit are in the unit that continues it; null where that says nothing. */
function followFromHome(step: Step, { home, exact, released }: AnchorToCarry): Standing | null {
  const { startUnitId, endUnitId, startOffset, endOffset } = home.span;
  const unit = step.after.unitByLineage(home.startLineageId);
  const text = step.homeTexts.get(startUnitId) ?? step.before.unitById(startUnitId)?.text;
  if (startUnitId !== endUnitId || unit === undefined || text === undefined) return null;
  const alignment = alignmentWithHome(step, startUnitId, text, unit);
  const offsets = new OffsetIndex(text);
  const place = (offset: number) => ({ unit: 0, offset: offsets.toUtf16(offset, 'CODE_POINT') });
  const carried = carryRange(alignment, { start: place(startOffset), end: place(endOffset) }, exact);
  if (released && carried.status !== 'EXACT') return null;
  return standingAfter(step.after, inUnit(carried, unit));
}

function alignmentWithHome(
  step: Step,
  homeUnitId: string,
  text: string,
  unit: RevisionUnit,
): RevisionAlignment {
  const known = step.homeAlignments.get(homeUnitId);
  if (known !== undefined) return known;
  const made = alignRevisions([text], [unit.text], step.alignment.language);
  step.homeAlignments.set(homeUnitId, made);
  return made;
}

function inUnit(carried: Carried, { index }: RevisionUnit): Carried {
  const { range } = carried;
  if (range === null) return carried;
  const place = ({ offset }: { offset: number }) => ({ unit: index, offset });
  return { ...carried, range: { start: place(range.start), end: place(range.end) } };
}

const RANKS = { EXACT: 4, MOVED: 3, EDITED: 2, AMBIGUOUS: 1, ORPHANED: 0 };

function isBetter(a: Standing, b: Standing): boolean {
  return RANKS[a.status] === RANKS[b.status] ? a.score > b.score : RANKS[a.status] > RANKS[b.status];
}

/** Makes sure of what EXACT and MOVED promise. */
function honest({ after }: Step, { exact }: AnchorToCarry, standing: Standing): Standing {
  if (standing.status !== 'EXACT' && standing.status !== 'MOVED') return standing;
  const range = standing.span === null ? null : rangeOf(after, standing.span);
  if (range === null || after.text.slice(range.start, range.end) !== exact)
    throw new Error(`An anchor would be ${standing.status} on other words in ${after.slug}@${after.number}`);
  return standing;
}
