/**
 * Where the sentences of a text start, in UTF-16 code units, rising from 0. A sentence ends after a full stop, question
 * or exclamation mark of any script with the quotation marks and brackets that close there, and at a line break. A full
 * stop after an abbreviation (one letter, or a capital and one or two small ones, as in "c." and "Dr."), after a number of one or
 * two digits, as in "15. Dezember", and one before a lower-case letter end none. A rule of thumb: what depends on it must not mind a sentence too many or too few.
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    if (end >= text.length) break;
    if (
      match[0].startsWith('.') &&
      ABBREVIATION.test(text.slice(Math.max(0, match.index - 4), match.index))
    ) {
      continue;
    }
    starts.push(end);
  }
  return starts;
}

const CLOSERS = '["\'”’»)\\]]*';
const ENDS = new RegExp(
  `[.!?…]+${CLOSERS}\\s+(?![\\p{Ll}\\s])|[。！？｡]+[”’」』）]*\\s*|[؟۔।]+${CLOSERS}\\s+|\\n+`,
  'gu',
);
const ABBREVIATION = /(?:^|[^\p{L}\p{N}])(?:\p{L}|\p{Lu}\p{Ll}{1,2}|\p{N}{1,2})$/u;
