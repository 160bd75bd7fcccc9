import { integerBelow, pick, type Random } from '../../random.ts';
import type { Origin } from '../draft/draft.ts';
import type { Layout } from '../draft/layout.ts';
import { sentencesIn, wordsIn } from './quote-words.ts';

export const SIZES = ['one word', 'a phrase', 'a sentence', 'across blocks'] as const;
export type Size = (typeof SIZES)[number];

/** A text in which words are to be quoted. */
export interface Quotable {
  layout: Layout;
  language: string;
  /** Whether the script has no space between words. */
  areCharacters: boolean;
}

/** How many words, or characters, a quote across blocks has on either side at most. */
const REACH = { words: 8, characters: 14 };

/**
 * A quote in a paragraph, in UTF-16 code units of the text; null where the paragraph has none of that size.
 * @param near a place in the text that the quote should hold, if it can; null for anywhere in the paragraph.
 */
export function chooseQuote(
  random: Random,
  quotable: Quotable,
  paragraph: number,
  size: Size,
  near: number | null,
): Origin | null {
  const { layout, language, areCharacters } = quotable;
  const text = layout.paragraphs[paragraph] ?? '';
  const start = layout.starts[paragraph] ?? 0;
  const place = near === null ? null : near - start;
  const words = wordsIn(text, areCharacters);
  if (size === 'across blocks') return acrossBlocks(random, quotable, paragraph);
  if (size === 'a sentence') return shift(choose(random, sentencesIn(text, language), place), start);
  const [least, most] = lengthsOf(size, areCharacters);
  const count = Math.min(words.length, least + integerBelow(random, most - least + 1));
  const runs = words.flatMap((first, index) => {
    const last = words[index + count - 1];
    return last === undefined || count === 0 ? [] : [{ start: first.start, end: last.end }];
  });
  return shift(choose(random, runs, place), start);
}

function lengthsOf(size: 'one word' | 'a phrase', areCharacters: boolean): [least: number, most: number] {
  if (size === 'one word') return areCharacters ? [2, 2] : [1, 1];
  return areCharacters ? [6, 12] : [3, 6];
}

function acrossBlocks(random: Random, { layout, areCharacters }: Quotable, paragraph: number): Origin | null {
  const most = areCharacters ? REACH.characters : REACH.words;
  const before = wordsIn(layout.paragraphs[paragraph] ?? '', areCharacters);
  const after = wordsIn(layout.paragraphs[paragraph + 1] ?? '', areCharacters);
  const first = before.at(-Math.min(before.length, 2 + integerBelow(random, most - 1)));
  const last = after[Math.min(after.length, 2 + integerBelow(random, most - 1)) - 1];
  if (first === undefined || last === undefined) return null;
  return {
    start: (layout.starts[paragraph] ?? 0) + first.start,
    end: (layout.starts[paragraph + 1] ?? 0) + last.end,
  };
}

function choose(random: Random, ranges: readonly Origin[], place: number | null): Origin | null {
  const holding = place === null ? [] : ranges.filter(({ start, end }) => start <= place && place <= end);
  const choice = holding.length > 0 ? holding : ranges;
  return choice.length === 0 ? null : pick(random, choice);
}

function shift(range: Origin | null, by: number): Origin | null {
  return range === null ? null : { start: range.start + by, end: range.end + by };
}
