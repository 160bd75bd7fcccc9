import type { TextRange } from '../text/range.ts';
import { type FoldedText, foldedOffset, foldText } from './fold.ts';
import { CONTEXT_LENGTH } from './quote.ts';
import { likeness } from './words/likeness.ts';

/** What stood before and after a quote, as far as it is known. */
export interface Context {
  prefix?: string;
  suffix?: string;
}

/** From which likeness on what stands beside a place is taken for the context given: about one word in three may differ. */
const ALIKE = 0.7;

/** Tests whether a context stands beside a range, character by character up to white space. */
export function verbatimContext(text: string, { prefix, suffix }: Context): (range: TextRange) => boolean {
  const before = prefix === undefined ? null : { verbatim: prefix, collapsed: collapse(prefix) };
  const after = suffix === undefined ? null : { verbatim: suffix, collapsed: collapse(suffix) };
  return ({ start, end }) => {
    if (
      before !== null &&
      !(start >= before.verbatim.length && text.startsWith(before.verbatim, start - before.verbatim.length))
    ) {
      const around = text.slice(Math.max(0, start - 2 * before.verbatim.length - 16), start);
      if (!collapse(around).endsWith(before.collapsed)) return false;
    }
    if (after !== null && !text.startsWith(after.verbatim, end)) {
      const around = text.slice(end, end + 2 * after.verbatim.length + 16);
      if (!collapse(around).startsWith(after.collapsed)) return false;
    }
    return true;
  };
}

/** Tests whether a context stands beside a range, but for case, accents and the like. */
export function foldedContext(folded: FoldedText, context: Context): (range: TextRange) => boolean {
  const { prefix, suffix } = fold(context);
  return ({ start, end }) => {
    const [from, to] = [foldedOffset(folded, start), foldedOffset(folded, end)];
    const before =
      prefix === undefined || (from >= prefix.length && folded.text.startsWith(prefix, from - prefix.length));
    return before && (suffix === undefined || folded.text.startsWith(suffix, to));
  };
}

/** Tests whether something like a context stands beside a range. */
export function similarContext(folded: FoldedText, context: Context): (range: TextRange) => boolean {
  const compare = contextLikeness(folded, context);
  return (range) => {
    const { before = 1, after = 1 } = compare(range);
    return before >= ALIKE && after >= ALIKE;
  };
}

/** How much what stands beside a range is like a context, 0 to 1, by the characters nearest to the range. */
export function contextLikeness(
  folded: FoldedText,
  context: Context,
): (range: TextRange) => { before: number | undefined; after: number | undefined } {
  const { prefix, suffix } = fold(context);
  const before = prefix?.slice(-CONTEXT_LENGTH);
  const after = suffix?.slice(0, CONTEXT_LENGTH);
  return ({ start, end }) => {
    const [from, to] = [foldedOffset(folded, start), foldedOffset(folded, end)];
    return {
      before:
        before === undefined
          ? undefined
          : likeness(before, folded.text.slice(Math.max(0, from - before.length), from)),
      after: after === undefined ? undefined : likeness(after, folded.text.slice(to, to + after.length)),
    };
  };
}

/** Without what folds to nothing: it says nothing. */
function fold({ prefix, suffix }: Context): Context {
  const before = prefix === undefined ? '' : foldText(prefix).text;
  const after = suffix === undefined ? '' : foldText(suffix).text;
  return { ...(before !== '' && { prefix: before }), ...(after !== '' && { suffix: after }) };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
