import type { RevisionAlignment } from '../anchors/alignment/align-revisions.ts';
import { carryRange } from '../anchors/carry-range.ts';
import { rangeOf, spanOf, stillAdjacent, unitIdsOf } from '../anchors/span.ts';
import type { UnitRange } from '../anchors/unit-range.ts';
import type { TextRange } from '../text/range.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { type Passage, passageAt } from './passages.ts';
import { standingAfter, unitRangeOf } from './unit-ranges.ts';

/** Words that are longer, in UTF-16 code units, are found only where all their units stand as they did. */
const LENGTH_LIMIT = 100_000;

/** The UTF-16 range of a passage in another revision in which its units stand as they do in its own, or null. */
export function sameUnitsIn(other: RevisionText, { revision, range }: Passage): TextRange | null {
  const span = spanOf(revision, range);
  if (span === null) return null;
  const adjacent = stillAdjacent(unitIdsOf(revision, span), (id) => other.unitById(id)?.index);
  return adjacent ? rangeOf(other, span) : null;
}

/**
 * The very words of a passage in a later revision, wherever they stand there; null where they do not.
 * @param alignment of the passage's revision with that one.
 */
export function carriedPassage(
  alignment: RevisionAlignment,
  later: RevisionText,
  { revision, range }: Passage,
): Passage | null {
  const span = spanOf(revision, range);
  const words = span === null ? null : rangeOf(revision, span);
  const units = span === null ? null : unitRangeOf(revision, span);
  if (words === null || units === null || words.end - words.start > LENGTH_LIMIT) return null;
  const exact = revision.text.slice(words.start, words.end);
  const { status, span: to } = standingAfter(later, carryRange(alignment, units, exact));
  if (to === null || (status !== 'EXACT' && status !== 'MOVED')) return null;
  const there = rangeOf(later, to);
  if (there === null || later.text.slice(there.start, there.end) !== exact)
    throw new Error(`A passage would be on other words in ${later.slug}@${later.number}`);
  // Over many revisions, words that are often repeated may be paired otherwise than one revision after another was.
  const isSame = status === 'MOVED' || sameLineage(revision, units, later, there);
  return isSame ? passageAt(later, there) : null;
}

/** Whether words start in a unit that continues the one in which they started. */
function sameLineage(
  revision: RevisionText,
  { start }: UnitRange,
  later: RevisionText,
  there: TextRange,
): boolean {
  const unit = later.units[later.unitIndexAt(there.start)];
  return unit !== undefined && unit.lineageId === revision.units[start.unit]?.lineageId;
}
