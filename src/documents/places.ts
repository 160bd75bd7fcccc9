import { NotFound } from '../problem.ts';
import { OffsetIndex } from '../text/offsets.ts';
import { type GivenRange, resolveRange, type TextRange } from '../text/range.ts';
import type { RevisionBlock, RevisionText } from '../text/revision-text.ts';

/**
 * The range of a canonical reference's words in its revision, in UTF-16 code units.
 * @throws TextProblem when the offsets do not fit; NotFound when there is no such block.
 */
export function rangeOfReference(
  revision: RevisionText,
  ref: string | null,
  range: TextRange | null,
): TextRange {
  if (ref === null) return { start: 0, end: revision.text.length };
  const block = blockOf(revision, ref);
  return range === null ? block : rangeInBlock(block, { ...range, unit: 'CODE_POINT' });
}

/** The block with a ref. @throws NotFound */
export function blockOf(revision: RevisionText, ref: string): RevisionBlock {
  const block = revision.blockByRef(ref);
  if (block === undefined)
    throw new NotFound(
      `There is no block "${ref.slice(0, 40)}" in ${revision.slug}@${revision.number}; its top-level blocks are 1 to ${revision.top.length}.`,
    );
  return block;
}

/**
 * The UTF-16 range in the canonical text of a range counted from the start of a block's text.
 * @throws TextProblem when it does not fit.
 */
export function rangeInBlock(block: RevisionBlock, given: GivenRange): TextRange {
  const text = block.revision.text.slice(block.start, block.end);
  const range = resolveRange(new OffsetIndex(text), given);
  return { start: block.start + range.start, end: block.start + range.end };
}
