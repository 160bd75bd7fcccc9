import { integerBelow, pick, type Random } from '../../random.ts';
import type { Origin } from '../draft/draft.ts';
import { chooseQuote, type Quotable, type Size } from './quotes.ts';

/** The share of the quotes that are taken from anywhere; the others are from paragraphs that have been edited. */
const ANYWHERE = 0.25;

/** The share of those others that are right at an edit. */
const AT_EDIT = 0.5;

/**
 * Quotes of a size, no two of them the same; fewer than asked for where so few paragraphs were edited.
 * @param changed the places at which the text was edited, in UTF-16 code units.
 */
export function chooseQuotes(
  random: Random,
  quotable: Quotable,
  changed: readonly number[],
  size: Size,
  count: number,
): Origin[] {
  const quotes = new Map<string, Origin>();
  const { paragraphs, starts } = quotable.layout;
  for (let left = count; left > 0; left -= 1) {
    const near = random() < ANYWHERE || changed.length === 0 ? null : pick(random, changed);
    const paragraph =
      near === null
        ? integerBelow(random, paragraphs.length)
        : starts.findLastIndex((start) => start <= near);
    const quote = chooseQuote(random, quotable, paragraph, size, random() < AT_EDIT ? near : null);
    if (quote !== null) quotes.set(`${quote.start}–${quote.end}`, quote);
  }
  return [...quotes.values()];
}
