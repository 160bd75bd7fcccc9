import type { TextRange } from '../text/range.ts';
import { formatReference } from '../text/reference.ts';
import type { RevisionBlock, RevisionText } from '../text/revision-text.ts';

/** Words of a revision that a canonical reference points at. The range is in UTF-16 code units. */
export interface Passage {
  revision: RevisionText;
  range: TextRange;
  /** The block that the reference is relative to; null for the whole revision. */
  block: RevisionBlock | null;
}

/** The canonical reference of a passage, with its revision's number. */
export function referenceTo({ revision, range, block }: Passage): string {
  const { slug, number } = revision;
  if (block === null) return formatReference({ slug, revision: number, ref: null, range: null });
  const whole = range.start === block.start && range.end === block.end;
  const start = revision.offsets.fromUtf16(block.start, 'CODE_POINT');
  const within = {
    start: revision.offsets.fromUtf16(range.start, 'CODE_POINT') - start,
    end: revision.offsets.fromUtf16(range.end, 'CODE_POINT') - start,
  };
  return formatReference({ slug, revision: number, ref: block.ref, range: whole ? null : within });
}

/**
 * The smallest passage of a revision that a range can be cited by: in the deepest block that holds it. Null where it
 * takes several blocks of the top level, but not all of the text.
 */
export function passageAt(revision: RevisionText, range: TextRange): Passage | null {
  let block: RevisionBlock | null = revision.units[revision.unitIndexAt(range.start)]?.block ?? null;
  while (block !== null && (range.start < block.start || range.end > block.end)) block = block.parent;
  const whole = range.start === 0 && range.end === revision.text.length;
  return block === null && !whole ? null : { revision, range, block };
}
