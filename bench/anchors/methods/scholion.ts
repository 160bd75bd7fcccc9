import { alignRevisions, type RevisionAlignment } from '../../../src/anchors/alignment/align-revisions.ts';
import { carryRange } from '../../../src/anchors/carry-range.ts';
import type { UnitPlace } from '../../../src/anchors/unit-range.ts';
import type { Layout } from '../draft/layout.ts';
import type { Method } from './method.ts';

/** The program under test: two revisions are aligned once, and then any number of anchors are carried. */
export const scholion: Method = {
  name: 'Scholion',
  find({ before, place, exact, language }, after) {
    const range = { start: unitPlace(before, place.start), end: unitPlace(before, place.end) };
    const carried = carryRange(alignmentOf(before, after, language), range, exact);
    if (carried.range === null) return null;
    const { start, end } = carried.range;
    return { start: placeIn(after, start), end: placeIn(after, end), status: carried.status };
  },
};

/** Cases come text by text, so the alignments of one history are all that are asked for again. */
const alignments = new WeakMap<Layout, { after: Layout; alignment: RevisionAlignment }>();

function alignmentOf(before: Layout, after: Layout, language: string): RevisionAlignment {
  const kept = alignments.get(before);
  if (kept?.after === after) return kept.alignment;
  const alignment = alignRevisions(before.paragraphs, after.paragraphs, language);
  alignments.set(before, { after, alignment });
  return alignment;
}

function unitPlace({ starts }: Layout, offset: number): UnitPlace {
  const unit = starts.findLastIndex((start) => start <= offset);
  return { unit, offset: offset - (starts[unit] ?? 0) };
}

function placeIn({ starts, paragraphs }: Layout, { unit, offset }: UnitPlace): number {
  const start = starts[unit];
  const length = paragraphs[unit]?.length ?? -1;
  if (start === undefined || offset < 0 || offset > length)
    throw new RangeError(`There is no offset ${offset} in unit ${unit}`);
  return start + offset;
}
