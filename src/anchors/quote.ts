import type { TextRange } from '../text/range.ts';

/** The words that an anchor was made on, and what stood before and after them. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** How much context a quote keeps on either side, in code points. */
export const CONTEXT_LENGTH = 32;

/** Takes the quote of a UTF-16 range out of a text. */
export function quoteOf(text: string, range: TextRange): Quote {
  return {
    exact: text.slice(range.start, range.end),
    prefix: lastCodePoints(text.slice(Math.max(0, range.start - 2 * CONTEXT_LENGTH), range.start)),
    suffix: [...text.slice(range.end, range.end + 2 * CONTEXT_LENGTH)].slice(0, CONTEXT_LENGTH).join(''),
  };
}

function lastCodePoints(text: string): string {
  return [...text].slice(-CONTEXT_LENGTH).filter(isWhole).join('');
}

/** Cutting by code units may have left half of a pair at the far end. */
function isWhole(character: string): boolean {
  return character.isWellFormed();
}
