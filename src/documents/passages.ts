import type { TextRange } from '../text/range.ts';
import { formatReference, type Reference } from '../text/reference.ts';
import type { RevisionBlock, RevisionText } from '../text/revision-text.ts';
import { wordsIn } from './places.ts';

/** Words of a revision that a canonical reference points at. The range is in UTF-16 code units. */
export interface Passage {
  revision: RevisionText;
  /** Starts and ends at words, and not at what stands between blocks. */
  range: TextRange;
  /** The block that the reference is relative to; null for the whole revision, and for a range over several blocks. */
  block: RevisionBlock | null;
}

/** The canonical reference of a passage, with its revision's number. It resolves to the very same range. */
export function referenceTo({ revision, range, block }: Passage): string {
  const { slug, number } = revision;
  return formatReference({ slug, revision: number, ...placeOf(revision, range, block) });
}

type Place = Omit<Reference, 'slug' | 'revision'>;

function placeOf(revision: RevisionText, range: TextRange, block: RevisionBlock | null): Place {
  if (block !== null) {
    const whole = range.start === block.start && range.end === block.end;
    return { ref: block.ref, lastRef: null, range: whole ? null : offsets(revision, range, block, block) };
  }
  if (isWhole(revision, range)) return { ref: null, lastRef: null, range: null };
  const { first, last } = unitBlocks(revision, range);
  const from = outermost(first, ({ start, end }) => start === range.start && end < range.end);
  const to = outermost(last, ({ start, end }) => end === range.end && start > range.start);
  if (from !== null && to !== null) return { ref: from.ref, lastRef: to.ref, range: null };
  return { ref: first.ref, lastRef: last.ref, range: offsets(revision, range, first, last) };
}

/**
 * The passage that a range is cited as. What stands in the words of one block is cited in that, what is all of a block as
 * that block, and what takes several blocks from one to the other, unless the first is around all others.
 * @throws TextProblem RANGE_EMPTY where the range holds only what stands between blocks.
 */
export function passageAt(revision: RevisionText, given: TextRange): Passage {
  const range = wordsIn(revision, given);
  const { first } = unitBlocks(revision, range);
  let block: RevisionBlock | null = first;
  while (block !== null && range.end > block.end) block = block.parent;
  const citable = block === first || (block?.start === range.start && block.end === range.end);
  return { revision, range, block: citable ? block : null };
}

/** The blocks whose own words a range starts and ends in. */
function unitBlocks(revision: RevisionText, range: TextRange): { first: RevisionBlock; last: RevisionBlock } {
  const first = revision.units[revision.unitIndexAt(range.start)]?.block;
  const last = revision.units[revision.unitIndexAt(range.end - 1)]?.block;
  if (first === undefined || last === undefined) throw new Error('A passage stands in no block');
  return { first, last };
}

/** The outermost block around one, or that one itself, for which all from that one on hold; null where that one does not. */
function outermost(
  block: RevisionBlock | null,
  holds: (block: RevisionBlock) => boolean,
): RevisionBlock | null {
  return block === null || !holds(block) ? null : (outermost(block.parent, holds) ?? block);
}

/** A range in code points, from the start of the block that it starts in and of the one that it ends in. */
function offsets(
  revision: RevisionText,
  { start, end }: TextRange,
  first: RevisionBlock,
  last: RevisionBlock,
): TextRange {
  const codePoints = (place: number) => revision.offsets.fromUtf16(place, 'CODE_POINT');
  return {
    start: codePoints(start) - codePoints(first.start),
    end: codePoints(end) - codePoints(last.start),
  };
}

function isWhole({ text }: RevisionText, { start, end }: TextRange): boolean {
  return start === 0 && end === text.length;
}
