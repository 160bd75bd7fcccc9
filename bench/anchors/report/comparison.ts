import { SIZES } from '../cases/quotes.ts';
import type { Result } from '../cases/result.ts';
import { SHARES } from '../cases/run-cases.ts';
import { SCRIPTS as KINDS } from '../edits/script.ts';
import { METHODS } from '../methods/all.ts';
import { SCRIPTS } from '../texts/texts.ts';
import { markdownTable, percent } from './markdown.ts';
import { shareOf, type Tally, tally, tallyBy } from './tally.ts';

/** Cases that have something in common, for each thing that they may have in common. */
export interface Comparison {
  title: string;
  head: string;
  rows: { name: string; tally: Tally }[];
}

/** The four methods side by side, by what was done to the text, how much of it, what was quoted, and the script. */
export function comparisons(results: readonly Result[]): Comparison[] {
  const kinds = KINDS.map(({ name }) => name);
  return [
    {
      title: 'By kind of edit',
      head: 'Edit',
      rows: [
        ...tallyBy(results, kinds, ({ kind }) => kind).map(({ value, tally }) => ({ name: value, tally })),
        { name: '**all**', tally: tally(results) },
      ],
    },
    {
      title: 'By share of the paragraphs that were edited',
      head: 'Share',
      rows: tallyBy(results, SHARES, ({ share }) => share).map(({ value, tally }) => ({
        name: `${value * 100} %`,
        tally,
      })),
    },
    {
      title: 'By size of the quote',
      head: 'Quote',
      rows: tallyBy(results, SIZES, ({ size }) => size).map(({ value, tally }) => ({ name: value, tally })),
    },
    {
      title: 'By script',
      head: 'Script',
      rows: tallyBy(results, SCRIPTS, ({ script }) => script).map(({ value, tally }) => ({
        name: value,
        tally,
      })),
    },
  ];
}

export function comparisonTable({ title, head, rows }: Comparison): string {
  const heads = [head, 'Cases', ...METHODS.map(({ name }) => name)];
  const cells = rows.map(({ name, tally: one }) => [
    name,
    String(one.cases),
    ...METHODS.map((_, method) => triple(one, method)),
  ]);
  return `### ${title}\n\n${markdownTable(heads, cells)}`;
}

/** Scholion alone, by edit and script. */
export function scriptsTable(results: readonly Result[]): string {
  const rows = KINDS.map(({ name }) => {
    const ofKind = results.filter(({ kind }) => kind === name);
    return [name, ...tallyBy(ofKind, SCRIPTS, ({ script }) => script).map((group) => triple(group.tally, 0))];
  });
  return `### Scholion by kind of edit and script\n\n${markdownTable(['Edit', ...SCRIPTS], rows)}`;
}

/** Right, wrong and orphaned though there is a place, in per cent. */
function triple(one: Tally, method: number): string {
  const shares = (['right', 'wrong', 'orphaned'] as const).map((verdict) => shareOf(one, method, verdict));
  return one.cases === 0 ? '–' : shares.map(percent).join(' / ');
}
