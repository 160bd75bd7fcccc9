import { TextProblem } from './problem.ts';
import type { TextRange } from './range.ts';
import { isSlug } from './slug.ts';

/** What a canonical reference points at: a document, a revision, a block, several blocks, or words in one or several. */
export interface Reference {
  slug: string;
  /** From 1; null for the latest revision. */
  revision: number | null;
  /** Places among siblings from the top down, as `LaidBlock.ref`; null for the whole revision. */
  ref: string | null;
  /** The block in which it ends; null where that is the one in which it starts. */
  lastRef: string | null;
  /**
   * In code points: `start` from the start of the block's text, `end` from the start of the text of the block in which it
   * ends. Null for whole blocks.
   */
  range: TextRange | null;
}

const FORM =
  /^(?<slug>[^@:]*)(?:@(?<revision>[1-9][0-9]*))?(?::(?<ref>[^@:-]*)(?:@(?<start>0|[1-9][0-9]*))?(?:-(?<last>[^@:-]*)(?:@(?<end>[1-9][0-9]*))?)?)?$/;
const REF = /^[1-9][0-9]*(?:\.[1-9][0-9]*)*$/;

/**
 * Reads a canonical reference. The grammar, in ABNF (RFC 5234):
 *
 *     reference = slug "@" revision [ ":" ( blocks / words ) ]
 *               / slug [ ":" blocks ]               ; the latest revision
 *     blocks    = block [ "-" block ]               ; the second after the first, neither in the other
 *     words     = block "@" start "-" end
 *               / block "@" start "-" block "@" end ; over several blocks
 *     slug      = 1*alnum *( "-" 1*alnum )          ; at most 100 characters
 *     revision  = positive
 *     block     = positive *( "." positive )
 *     start     = "0" / positive                    ; code points, less than end where that is in the same block
 *     end       = positive
 *     positive  = %x31-39 *DIGIT                    ; at most 2^53 - 1
 *     alnum     = %x61-7A / DIGIT                   ; lower case only
 *
 * Words are pointed at in a named revision only: in the latest they would be other words tomorrow. They have an offset at
 * both ends or at none: `5.2@17-6` would be taken for `5.2@17-60`, and a block has an offset for its end too. A range that
 * names one block twice is read as one in that block, which is how it is written.
 *
 * @throws TextProblem REFERENCE_MALFORMED
 */
export function parseReference(text: string): Reference {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) throw malformed('has the wrong form');
  const { slug = '', revision, ref, start, last, end } = groups;
  const reference = {
    slug,
    revision: revision === undefined ? null : Number(revision),
    ref: ref ?? null,
    ...endsOf(ref, start, last, end),
  };
  check(reference);
  return reference;
}

/**
 * Writes a canonical reference, so that `parseReference` gives back an equal one.
 *
 * @throws TextProblem REFERENCE_MALFORMED when a part of it is not as the grammar wants it
 */
export function formatReference(reference: Reference): string {
  check(reference);
  const { slug, revision, ref, lastRef, range } = reference;
  const revisionPart = revision === null ? '' : `@${revision}`;
  const refPart = ref === null ? '' : `:${ref}`;
  if (range === null) return `${slug}${revisionPart}${refPart}${lastRef === null ? '' : `-${lastRef}`}`;
  const endPart = lastRef === null ? `${range.end}` : `${lastRef}@${range.end}`;
  return `${slug}${revisionPart}${refPart}@${range.start}-${endPart}`;
}

function endsOf(
  ref: string | undefined,
  start: string | undefined,
  last: string | undefined,
  end: string | undefined,
): Pick<Reference, 'lastRef' | 'range'> {
  if (start === undefined && end === undefined)
    return { lastRef: last === undefined || last === ref ? null : last, range: null };
  if (start === undefined || last === undefined) throw malformed('has an offset at one of its ends only');
  if (end !== undefined)
    return { lastRef: last === ref ? null : last, range: { start: Number(start), end: Number(end) } };
  if (!/^[0-9]+$/.test(last)) throw malformed('has an offset at one of its ends only');
  if (last.startsWith('0')) throw malformed(BAD_OFFSETS);
  return { lastRef: null, range: { start: Number(start), end: Number(last) } };
}

const BAD_OFFSETS = 'has offsets that are not whole numbers, the first less than the second';

function check({ slug, revision, ref, lastRef, range }: Reference): void {
  if (!isSlug(slug)) throw malformed('does not start with the slug of a document');
  if (revision !== null && !isPositive(revision)) throw malformed('has no whole revision number from 1');
  for (const block of [ref, lastRef])
    if (block !== null && !isRef(block)) throw malformed('has no block number such as 5.2');
  if (lastRef !== null) checkOrder(ref, lastRef, range !== null);
  if (range === null) return;
  if (ref === null || revision === null) throw malformed('has offsets without a revision and a block');
  const { start, end } = range;
  const reversed = lastRef === null && start >= end;
  if (!(start === 0 || isPositive(start)) || !isPositive(end) || reversed) throw malformed(BAD_OFFSETS);
}

/** Of two blocks, one in the other, only the text tells which offset comes first. */
function checkOrder(ref: string | null, lastRef: string, hasOffsets: boolean): void {
  if (ref === null || ref === lastRef)
    throw malformed('ends in another block than it starts in, but names one');
  const order = compareRefs(ref, lastRef);
  if (order === 0 && !hasOffsets)
    throw malformed('goes from one block to another, one of which is in the other; name the outer one alone');
  if (order > 0) throw malformed('has its blocks in the wrong order');
}

/** Less than 0 where the first block comes before the second, 0 where one is in the other. */
function compareRefs(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [depth, place] of left.entries()) {
    const other = right[depth];
    if (other === undefined) return 0;
    if (place !== other) return Number(place) - Number(other);
  }
  return 0;
}

function isPositive(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function isRef(ref: string): boolean {
  return REF.test(ref) && ref.split('.').every((position) => isPositive(Number(position)));
}

/** What a message shows of how references are written. */
const EXAMPLES =
  'secret-speech@1:5.2@17-42, secret-speech@1:5.2@17-5.4@3, secret-speech@1:5.2-5.4, secret-speech@1:5.2 or secret-speech';

function malformed(fault: string): TextProblem {
  return new TextProblem('REFERENCE_MALFORMED', `The reference ${fault}; write one like ${EXAMPLES}.`);
}
