import { pick, type Random } from '../../random.ts';
import { type Draft, type Sentence, type StatementKind, type Token, textOfToken } from '../draft/draft.ts';
import { originOf, swapToken } from '../draft/rewrite.ts';
import type { Edit } from './edit.ts';
import { tidySpaces } from './neighbours.ts';

export const namesSwapped = swap('name', 'names swapped');
export const numbersSwapped = swap('number', 'numbers swapped');
export const datesSwapped = swap('date', 'dates swapped');
/** A negation comes in, goes or becomes another; what was legal is illegal. */
export const negationsSwapped = swap('negation', 'negations swapped');

function swap(kind: StatementKind, name: string): Edit {
  return {
    name,
    apply({ draft, random }, { sentences }) {
      const places = sentences.flatMap((sentence) =>
        sentence.tokens.filter((token) => token.kind === kind).map((token) => ({ sentence, token })),
      );
      if (places.length === 0) return false;
      const { sentence, token } = pick(random, places);
      return swapOne(draft, random, sentence, token);
    },
  };
}

/** Makes another statement of a sentence. @returns whether there was another word to put in. */
export function swapOne(draft: Draft, random: Random, sentence: Sentence, token: Token): boolean {
  const old = textOfToken(token);
  const words = new Set(sentence.tokens.map(textOfToken));
  const others = token.others.filter((other) => !words.has(other) && !isForm(token, old, other));
  if (others.length === 0) return false;
  if (token.parts.length === 0) noteInsertion(draft, sentence, token);
  swapToken(draft, token, pick(random, others));
  tidySpaces(sentence);
  return true;
}

/** Whether a name is another form of the same one, such as a plural. */
function isForm({ kind }: Token, name: string, other: string): boolean {
  return kind === 'name' && (name.startsWith(other) || other.startsWith(name));
}

function noteInsertion(draft: Draft, { tokens }: Sentence, token: Token): void {
  const before = tokens.slice(0, tokens.indexOf(token)).findLast((one) => originOf(one) !== null);
  const place = before === undefined ? undefined : originOf(before)?.end;
  if (place !== undefined) draft.swaps.push({ start: place, end: place });
}
