import { findQuote, type QuoteSought } from '../anchors/find-quote.ts';
import { type Quote, quoteOf } from '../anchors/quote.ts';
import { type Span, spanOf } from '../anchors/span.ts';
import { blockOf, rangeInBlock, rangeOfReference, wordsIn } from '../documents/places.ts';
import { InputInvalid } from '../problem.ts';
import { excerpt } from '../text/excerpt.ts';
import { TextProblem } from '../text/problem.ts';
import { resolveRange, type TextRange } from '../text/range.ts';
import { parseReference } from '../text/reference.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { storableWords } from '../text/words.ts';
import type { Selector } from './input.ts';
import { annotationLimits } from './limits.ts';
import { QuoteAmbiguous, QuoteNotFound, RangeInvalid } from './problems.ts';

/** A place that a selector was resolved to. */
export interface Target {
  revision: RevisionText;
  range: TextRange;
  span: Span;
  quote: Quote;
}

/** How many characters targets hold, in UTF-16 code units. */
export function textIn(targets: readonly Pick<Target, 'range'>[]): number {
  return targets.reduce((sum, { range }) => sum + range.end - range.start, 0);
}

/**
 * Finds the words that a selector means in a revision.
 * @param language of the text, a BCP 47 tag.
 * @throws RangeInvalid, QuoteNotFound, QuoteAmbiguous, InputInvalid, NotFound
 */
export function resolveSelector(revision: RevisionText, selector: Selector, language: string): Target {
  try {
    return makeTarget(revision, rangeOfSelector(revision, selector, language));
  } catch (error) {
    if (error instanceof TextProblem)
      throw error.code === 'REFERENCE_MALFORMED'
        ? new InputInvalid(error.message)
        : new RangeInvalid(error.code, error.message);
    throw error;
  }
}

/** The revision number that a selector itself names, or null. @throws InputInvalid */
export function revisionNamedBy(selector: Selector): number | null {
  if (selector.kind !== 'passage') return null;
  try {
    return parseReference(selector.reference).revision;
  } catch (error) {
    throw error instanceof TextProblem ? new InputInvalid(error.message) : error;
  }
}

function makeTarget(revision: RevisionText, range: TextRange): Target {
  if (range.end - range.start > annotationLimits.targetText)
    throw new RangeInvalid(
      'RANGE_TOO_LONG',
      `The target holds more than ${annotationLimits.targetText} characters; point at less, or annotate the whole document by giving no target.`,
    );
  const words = wordsIn(revision, range);
  const span = spanOf(revision, words);
  if (span === null) throw new Error('Words stand in no unit');
  return { revision, range: words, span, quote: quoteOf(revision.text, words) };
}

function rangeOfSelector(revision: RevisionText, selector: Selector, language: string): TextRange {
  switch (selector.kind) {
    case 'range':
      return resolveRange(revision.offsets, selector.range);
    case 'quote':
      return rangeOfQuote(revision, selector, language);
    case 'block': {
      const block = blockOf(revision, selector.ref);
      return selector.range === undefined ? block : rangeInBlock(block, selector.range);
    }
    case 'passage': {
      const reference = parseReference(selector.reference);
      if (reference.slug !== revision.slug)
        throw new InputInvalid(
          `The passage is in the document ${reference.slug}, but this is for ${revision.slug}; give a passage of that.`,
        );
      return rangeOfReference(revision, reference);
    }
  }
}

/** Where the words stand that a quote means. They may differ from it in a few characters; an anchor is made on them. */
function rangeOfQuote(
  revision: RevisionText,
  selector: Extract<Selector, { kind: 'quote' }>,
  language: string,
): TextRange {
  const { targetText, quoteContext } = annotationLimits;
  if (selector.exact.length > targetText)
    throw new InputInvalid(`The quote is longer than ${targetText} characters; quote less.`);
  if (Math.max(selector.prefix?.length ?? 0, selector.suffix?.length ?? 0) > quoteContext)
    throw new InputInvalid(`A prefix or suffix is longer than ${quoteContext} characters; give less.`);
  const exact = normalize(selector.exact);
  if (exact.trim() === '') throw new InputInvalid('The quote is empty; give the words that you mean.');
  const sought: QuoteSought = { exact, language };
  if (selector.prefix !== undefined) sought.prefix = normalize(selector.prefix);
  if (selector.suffix !== undefined) sought.suffix = normalize(selector.suffix);
  if (selector.near !== undefined) sought.near = resolveRange(revision.offsets, selector.near);
  const found = findQuote(revision, sought);
  if (found.outcome === 'found') return found.range;
  const words = excerpt(exact);
  if (found.outcome === 'ambiguous') {
    const stand = found.candidates.every(({ score }) => score === 1) ? 'stand' : 'stand, or nearly stand,';
    throw new QuoteAmbiguous(
      `The words "${words}" ${stand} in ${found.occurrences} places in ${revision.slug}@${revision.number}; give a prefix, a suffix or \`near\` to tell which.`,
      revision,
      found.candidates,
    );
  }
  const fault = found.contextDiffers ? 'stand nowhere with that prefix and suffix' : 'do not stand';
  const remedy =
    found.candidates.length > 0 ? 'see the candidates for what comes close' : 'nothing comes close';
  throw new QuoteNotFound(
    `The words "${words}" ${fault} in ${revision.slug}@${revision.number}; ${remedy}.`,
    revision,
    found.candidates,
  );
}

function normalize(text: string): string {
  const words = storableWords(text);
  if (words === null)
    throw new InputInvalid(
      'The quote has a character that no text here has, such as NUL or half of a surrogate pair; remove it.',
    );
  return words;
}
