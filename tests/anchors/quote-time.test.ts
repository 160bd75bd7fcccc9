import { describe, expect, it } from 'vitest';
import { findQuote, type QuoteSought } from '../../src/anchors/find-quote.ts';
import { candidatesFor } from '../../src/anchors/loose-candidates.ts';

/** Far more than any of them takes, so that a busy machine does not fail them; what takes seconds takes many. */
const LIMIT = 3000;

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

describe('findQuote takes no seconds', () => {
  const sentence = 'It was said of the old town, number %, that the people in the houses knew of nothing. ';
  const book = Array.from({ length: 23_000 }, (_, index) => sentence.replace('%', String(index))).join('');
  const texts = { book, aaaa: 'a'.repeat(2_000_000), cats: 'the cat in the hat '.repeat(105_000) };
  const quotes: [string, string, string][] = [
    ['frequent words', 'book', 'IN THE'],
    ['frequent words, misread', 'book', 'of tbe old'],
    ['words that are nowhere', 'book', 'zebras graze on Mars'],
    ['a misread sentence', 'book', sentence.replace('%', '20000').replace('houses', 'bouses')],
    ['a misread chapter', 'book', book.slice(500_000, 600_000).replace('houses', 'bouses')],
    ['a long quote that is nowhere', 'book', [...book.slice(0, 100_000)].reverse().join('')],
    ['a long quote of one letter', 'aaaa', 'a'.repeat(100_000)],
    ['a long quote of one letter and another', 'aaaa', `${'a'.repeat(50_000)}xy${'a'.repeat(50_000)}`],
    ['a short quote of one letter and another', 'aaaa', `${'a'.repeat(50)}xy${'a'.repeat(50)}`],
    ['one letter in capitals', 'aaaa', 'A'.repeat(200)],
    ['a refrain', 'cats', `${texts.cats.slice(0, 50_000)}dog ${texts.cats.slice(0, 50_000)}`],
    ['a refrain in capitals', 'cats', texts.cats.slice(0, 60).toUpperCase()],
  ];

  it.each(quotes)('for %s', (_, name, exact) => {
    const source = { text: texts[name as keyof typeof texts] };
    const sought: QuoteSought = { exact };
    expect(timeOf(() => findQuote(source, sought))).toBeLessThan(LIMIT);
    expect(timeOf(() => candidatesFor(source, { exact, prefix: 'a a ', suffix: ' a a' }, 10))).toBeLessThan(
      LIMIT,
    );
  });
});
