import { SHORT_QUOTE } from '../../../src/anchors/statement.ts';
import type { Result } from '../cases/result.ts';
import { markdownTable } from './markdown.ts';

const BANDS = 10;

/**
 * For quotes whose words changed in their place: how alike old and new words are, for changes that do no harm and for
 * such as make another statement. The bands overlap all the way, so likeness alone cannot tell one from the other.
 */
export function sweepTable(results: readonly Result[]): string {
  const columns = [
    { head: 'Reworded', scores: scoresOf(results, false, false) },
    { head: 'Another statement', scores: scoresOf(results, true, false) },
    { head: `Another statement, over ${SHORT_QUOTE} characters`, scores: scoresOf(results, true, true) },
  ];
  const rows = Array.from({ length: BANDS }, (_, band) => [
    `${(band / BANDS).toFixed(1)}–${((band + 1) / BANDS).toFixed(1)}`,
    ...columns.map(({ scores }) => String(scores.filter((score) => bandOf(score) === band).length)),
  ]);
  const heads = ['Likeness', ...columns.map(({ head }) => head)];
  return `### Likeness of old and new words\n\n${markdownTable(heads, rows.reverse())}`;
}

function scoresOf(results: readonly Result[], saysOther: boolean, isLong: boolean): number[] {
  return results.flatMap(({ expected }) => {
    if (expected.rule === 'swapped') return saysOther && !isLong ? Math.max(0, 1 - expected.changed) : [];
    if (expected.rule !== 'edited' || expected.saysOther !== saysOther) return [];
    return expected.saysOther && !isLong ? [] : Math.max(0, 1 - expected.changed);
  });
}

function bandOf(score: number): number {
  return Math.min(BANDS - 1, Math.floor(score * BANDS));
}
