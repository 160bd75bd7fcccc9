import { type Sentence, textOfToken } from '../draft/draft.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CHARACTER = /[\p{L}\p{N}]/gu;

/**
 * Whether words put in or taken out could as well have been their neighbours, so that nobody can say which of two equal
 * words stayed: the `very` of `very very`.
 * @param joiner between sentences of the text; where it is empty, characters count as words.
 */
export function couldSlide(before: string, middle: string, after: string, joiner: string): boolean {
  const unit = joiner === '' ? CHARACTER : WORD;
  const [first, last] = [middle.match(unit)?.[0], middle.match(unit)?.at(-1)];
  return (
    first === undefined ||
    same(first, after.match(unit)?.[0]) ||
    same(last, before.match(unit)?.at(-1)) ||
    same(first, before.match(unit)?.at(-1)) ||
    same(last, after.match(unit)?.[0])
  );
}

/** The text of a sentence's tokens from one up to, and without, another. */
export function textBetween({ tokens }: Sentence, from: number, until: number): string {
  return tokens.slice(Math.max(0, from), Math.max(0, until)).map(textOfToken).join('');
}

/** Takes away the white space that is left over where words were taken out. */
export function tidySpaces({ tokens }: Sentence): void {
  for (const [index, token] of tokens.entries()) {
    const text = textOfToken(token);
    const next = tokens.slice(index + 1).find(({ parts }) => parts.length > 0);
    if (!text.endsWith(' ') || next === undefined || !/^[\s,.;:!?)،。，、]/u.test(textOfToken(next)))
      continue;
    const last = token.parts.at(-1);
    if (last === undefined) continue;
    last.text = last.text.slice(0, -1);
    if (last.text === '') token.parts.pop();
  }
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}
