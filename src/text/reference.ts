import { TextProblem } from './problem.ts';
import type { TextRange } from './range.ts';
import { isSlug } from './slug.ts';

/** What a canonical reference points at: a document, a revision, a block, or words in a block. */
export interface Reference {
  slug: string;
  /** From 1; null for the latest revision. */
  revision: number | null;
  /** Places among siblings from the top down, as `LaidBlock.ref`; null for the whole revision. */
  ref: string | null;
  /** In code points from the start of the block's text; null for the whole block. */
  range: TextRange | null;
}

const FORM =
  /^(?<slug>[^@:]*)(?:@(?<revision>[1-9][0-9]*))?(?::(?<ref>[^@:]*)(?:@(?<start>0|[1-9][0-9]*)-(?<end>[1-9][0-9]*))?)?$/;
const REF = /^[1-9][0-9]*(?:\.[1-9][0-9]*)*$/;

/**
 * Reads a canonical reference. The grammar, in ABNF (RFC 5234):
 *
 *     reference = slug "@" revision [ ":" block [ "@" start "-" end ] ]
 *               / slug [ ":" block ]                ; the latest revision
 *     slug      = 1*alnum *( "-" 1*alnum )          ; at most 100 characters
 *     revision  = positive
 *     block     = positive *( "." positive )
 *     start     = "0" / positive                    ; code points, less than end
 *     end       = positive
 *     positive  = %x31-39 *DIGIT                    ; at most 2^53 - 1
 *     alnum     = %x61-7A / DIGIT                   ; lower case only
 *
 * Words are pointed at in a named revision only: in the latest they would be other words tomorrow.
 *
 * @throws TextProblem REFERENCE_MALFORMED
 */
export function parseReference(text: string): Reference {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) throw malformed('has the wrong form');
  const { slug = '', revision, ref, start, end } = groups;
  const reference: Reference = {
    slug,
    revision: revision === undefined ? null : Number(revision),
    ref: ref ?? null,
    range: start === undefined || end === undefined ? null : { start: Number(start), end: Number(end) },
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
  const { slug, revision, ref, range } = reference;
  const revisionPart = revision === null ? '' : `@${revision}`;
  const refPart = ref === null ? '' : `:${ref}`;
  const rangePart = range === null ? '' : `@${range.start}-${range.end}`;
  return `${slug}${revisionPart}${refPart}${rangePart}`;
}

function check({ slug, revision, ref, range }: Reference): void {
  if (!isSlug(slug)) throw malformed('does not start with the slug of a document');
  if (revision !== null && !isPositive(revision)) throw malformed('has no whole revision number from 1');
  if (ref !== null && !isRef(ref)) throw malformed('has no block number such as 5.2');
  if (range === null) return;
  if (ref === null || revision === null) throw malformed('has offsets without a revision and a block');
  const { start, end } = range;
  if (!(start === 0 || isPositive(start)) || !isPositive(end) || start >= end) {
    throw malformed('has offsets that are not whole numbers, the first less than the second');
  }
}

function isPositive(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function isRef(ref: string): boolean {
  return REF.test(ref) && ref.split('.').every((position) => isPositive(Number(position)));
}

function malformed(fault: string): TextProblem {
  return new TextProblem(
    'REFERENCE_MALFORMED',
    `The reference ${fault}; write one like secret-speech@1:5.2@17-42, secret-speech@1:5.2 or secret-speech.`,
  );
}
