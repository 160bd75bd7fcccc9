import type { Result } from '../cases/result.ts';
import { METHODS } from '../methods/all.ts';
import { type Comparison, comparisons } from './comparison.ts';
import { percent } from './markdown.ts';
import { aimsOf, isMet } from './summary.ts';
import { shareOf } from './tally.ts';

/** What Scholion was to reach and has not, in a sentence each. */
export function missedTargets(results: readonly Result[]): string[] {
  const aims = aimsOf(results)
    .filter((aim) => !isMet(aim))
    .map(({ name, count, cases }) => `${count} of ${cases}: ${name}`);
  return [...aims, ...comparisons(results).flatMap(rowsBehind)];
}

function rowsBehind({ title, rows }: Comparison): string[] {
  return rows.flatMap(({ name, tally }) =>
    METHODS.flatMap((method, index) => {
      if (index === 0) return [];
      const behind: string[] = [];
      const [right, wrong] = [shareOf(tally, 0, 'right'), shareOf(tally, 0, 'wrong')];
      const [theirRight, theirWrong] = [shareOf(tally, index, 'right'), shareOf(tally, index, 'wrong')];
      if (right < theirRight)
        behind.push(`right in ${percent(right)} %, ${method.name} in ${percent(theirRight)} %`);
      if (wrong > theirWrong)
        behind.push(`wrong in ${percent(wrong)} %, ${method.name} in ${percent(theirWrong)} %`);
      return behind.map((what) => `${title}, ${name}: ${what}`);
    }),
  );
}
