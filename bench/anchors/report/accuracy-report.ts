import type { Result } from '../cases/result.ts';
import { comparisons, comparisonTable, scriptsTable } from './comparison.ts';
import { summaryTable } from './summary.ts';
import { sweepTable } from './sweep.ts';

/** What a run has found, in Markdown. In each cell: right / wrong / orphaned though there is a place, in per cent. */
export function accuracyReport(results: readonly Result[]): string {
  return [
    summaryTable(results),
    ...comparisons(results).map(comparisonTable),
    scriptsTable(results),
    sweepTable(results),
  ].join('\n\n');
}
