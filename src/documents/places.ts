import { NotFound } from '../problem.ts';
import { OffsetIndex } from '../text/offsets.ts';
import { TextProblem } from '../text/problem.ts';
import { type GivenRange, resolveOffset, resolveRange, type TextRange } from '../text/range.ts';
import type { Reference } from '../text/reference.ts';
import type { RevisionBlock, RevisionText } from '../text/revision-text.ts';

/**
 * The range of a canonical reference's words in its revision, in UTF-16 code units.
 * @throws TextProblem when the offsets do not fit; NotFound when there is no such block.
 */
export function rangeOfReference(
  revision: RevisionText,
  { ref, lastRef, range }: Pick<Reference, 'ref' | 'lastRef' | 'range'>,
): TextRange {
  if (ref === null) return { start: 0, end: revision.text.length };
  const block = blockOf(revision, ref);
  if (lastRef === null)
    return range === null
      ? { start: block.start, end: block.end }
      : rangeInBlock(block, { ...range, unit: 'CODE_POINT' });
  const last = blockOf(revision, lastRef);
  if (range === null) return { start: block.start, end: last.end };
  const start = placeInBlock(block, range.start);
  const end = placeInBlock(last, range.end);
  if (start < end) return { start, end };
  throw new TextProblem(
    'RANGE_REVERSED',
    `Code point ${range.start} of block ${ref} is not before code point ${range.end} of block ${lastRef}; swap the two ends.`,
  );
}

/**
 * A range without what stands between blocks at either end.
 * @throws TextProblem RANGE_EMPTY where it holds nothing else.
 */
export function wordsIn(revision: RevisionText, range: TextRange): TextRange {
  const touched = range.start < range.end ? revision.unitsIn(range) : [];
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined)
    throw new TextProblem(
      'RANGE_EMPTY',
      'The range holds no words, only what stands between two blocks; widen it.',
    );
  return { start: Math.max(range.start, first.start), end: Math.min(range.end, last.end) };
}

/** The block with a ref. @throws NotFound */
export function blockOf(revision: RevisionText, ref: string): RevisionBlock {
  const block = revision.blockByRef(ref);
  if (block !== undefined) return block;
  const there = `There is no block "${ref.slice(0, 40)}" in ${revision.slug}@${revision.number}`;
  throw new NotFound(`${there}; ${blocksNear(revision, ref)}.`);
}

/** The blocks that are nearest to one that is not there: those in the innermost that it would be in. */
function blocksNear(revision: RevisionText, ref: string): string {
  const outer = [...ref.matchAll(/\./g)]
    .map(({ index }) => revision.blockByRef(ref.slice(0, index)))
    .findLast((block) => block !== undefined);
  if (outer === undefined) return `its top-level blocks are 1 to ${revision.top.length}`;
  const [first, last] = [outer.children[0], outer.children.at(-1)];
  if (first === undefined || last === undefined) return `the nearest is ${outer.ref}, which has none in it`;
  return first === last
    ? `the only one in ${outer.ref} is ${first.ref}`
    : `those in ${outer.ref} are ${first.ref} to ${last.ref}`;
}

/**
 * The UTF-16 range in the canonical text of a range counted from the start of a block's text.
 * @throws TextProblem when it does not fit.
 */
export function rangeInBlock(block: RevisionBlock, given: GivenRange): TextRange {
  const range = resolveRange(textOf(block), given);
  return { start: block.start + range.start, end: block.start + range.end };
}

/** The UTF-16 offset in the canonical text of one in code points from the start of a block's text. @throws TextProblem */
function placeInBlock(block: RevisionBlock, offset: number): number {
  try {
    return block.start + resolveOffset(textOf(block), offset, 'CODE_POINT');
  } catch (error) {
    throw error instanceof TextProblem
      ? new TextProblem(error.code, `In block ${block.ref}: ${error.message}`)
      : error;
  }
}

function textOf({ revision, start, end }: RevisionBlock): OffsetIndex {
  return new OffsetIndex(revision.text.slice(start, end));
}
