import { describe, expect, it } from 'vitest';
import { hardQuotes } from '../../bench/anchors/speed/hard-quotes.ts';
import { findQuote } from '../../src/anchors/find-quote.ts';

/** Of each quote that costs a search much, what is found; how long it takes is measured in the benchmark. */
const OUTCOMES: Record<string, string> = {
  'two frequent words': 'ambiguous',
  'two frequent words in capitals': 'ambiguous',
  'frequent words, misread': 'not-found',
  'words that are nowhere': 'not-found',
  'a misread sentence': 'found',
  '100,000 characters, misread': 'not-found',
  '100,000 characters that are nowhere': 'not-found',
  'one letter, 100,000 times': 'ambiguous',
  'one letter, 100,000 times, and others': 'not-found',
  'one letter, 100 times, and others': 'not-found',
  'a refrain with another word': 'not-found',
  'a refrain in capitals': 'ambiguous',
};

describe('quotes in a long book', () => {
  it.each(hardQuotes().map((quote) => [quote.name, quote] as const))('%s', (name, { text, exact }) => {
    expect(findQuote({ text }, { exact }).outcome).toBe(OUTCOMES[name]);
  });
});
