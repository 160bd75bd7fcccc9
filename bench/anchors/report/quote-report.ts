import { findQuote } from '../../../src/anchors/find-quote.ts';
import { candidatesFor } from '../../../src/anchors/loose-candidates.ts';
import { hardQuotes } from '../speed/hard-quotes.ts';
import { markdownTable } from './markdown.ts';

/** How long a search may take at most, in milliseconds. */
const MOST = 1000;

/** Times the search for quotes that cost much. @returns the table, and what took too long, in a sentence each. */
export function quoteTimes(): { table: string; missed: string[] } {
  const missed: string[] = [];
  const rows = hardQuotes().map(({ name, text, exact }) => {
    const [first, again] = [time(() => findQuote({ text }, { exact })), { text }];
    const second = time(() => findQuote(again, { exact }));
    const suggested = time(() => candidatesFor(again, { exact, prefix: '', suffix: '' }, 10));
    const { outcome } = findQuote(again, { exact });
    const slowest = Math.max(first, second, suggested);
    if (slowest > MOST) missed.push(`Finding ${name}: ${slowest.toFixed(0)} ms, more than ${MOST}`);
    return [name, outcome, first.toFixed(0), second.toFixed(0), suggested.toFixed(0)];
  });
  const heading = '### Finding a quote in 2,000,000 characters';
  const columns = ['Quote', 'Outcome', 'ms, new text', 'ms, another copy', 'ms, suggestions'];
  return { table: `${heading}\n\n${markdownTable(columns, rows)}`, missed };
}

function time(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
