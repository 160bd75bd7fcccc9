import type { Result } from '../cases/result.ts';
import { STATEMENT_KINDS } from '../edits/all.ts';
import { markdownTable, percent } from './markdown.ts';
import { tally } from './tally.ts';

/** Up to which share of a quote's characters may have changed for it to be found nearly always. */
const A_FIFTH = 0.2;

/** A figure that must not exceed a bound. */
export interface Aim {
  name: string;
  /** How many of how many. */
  count: number;
  cases: number;
  /** What the count as a share of the cases must stay below, from 0 to 1; 0 for none at all. */
  below: number;
}

/** What is promised of Scholion, and what came of it. */
export function aimsOf(results: readonly Result[]): Aim[] {
  const statements = results.filter(({ kind }) => STATEMENT_KINDS.includes(kind));
  const verbatim = results.filter(({ expected }) => expected.rule === 'verbatim');
  const littleChanged = results.filter(
    ({ expected }) => expected.rule === 'edited' && expected.changed <= A_FIFTH,
  );
  return [
    aim(
      'wrong where names, numbers, dates or negations were swapped, and look-alikes',
      statements,
      'wrong',
      0,
    ),
    aim('wrong in all', results, 'wrong', 0.001),
    aim('false orphans where the words survive verbatim', verbatim, 'orphaned', 0.01),
    aim('false orphans where at most a fifth of the characters changed', littleChanged, 'orphaned', 0.05),
    {
      name: 'statuses that are not true of their words',
      count: results.filter(({ untrue }) => untrue !== null).length,
      cases: results.length,
      below: 0,
    },
  ];
}

function aim(name: string, results: readonly Result[], verdict: 'wrong' | 'orphaned', below: number): Aim {
  return { name, count: tally(results).counts[0]?.[verdict] ?? 0, cases: results.length, below };
}

export function isMet({ count, cases, below }: Aim): boolean {
  return below === 0 ? count === 0 : count < below * cases;
}

export function summaryTable(results: readonly Result[]): string {
  const rows = aimsOf(results).map((one) => [
    one.name,
    `${one.count} of ${one.cases}`,
    one.cases === 0 ? '–' : `${percent(one.count / one.cases)} %`,
    one.below === 0 ? 'none' : `under ${percent(one.below)} %`,
    isMet(one) ? 'yes' : '**no**',
  ]);
  return `### Summary\n\n${markdownTable(['Scholion', 'Cases', 'Share', 'Aim', 'Met'], rows)}`;
}
