import type { Verdict } from '../cases/judge.ts';
import type { Result } from '../cases/result.ts';
import { METHODS } from '../methods/all.ts';

/** How often each method was right, wrong, or left a quote without the place it has. */
export interface Tally {
  cases: number;
  /** In the order of the methods. */
  counts: Record<Verdict, number>[];
}

export function tally(results: readonly Result[]): Tally {
  const counts = METHODS.map(() => ({ right: 0, wrong: 0, orphaned: 0 }));
  for (const { verdicts } of results) {
    for (const [method, verdict] of verdicts.entries()) {
      const count = counts[method];
      if (count !== undefined) count[verdict] += 1;
    }
  }
  return { cases: results.length, counts };
}

/** A tally for each value that the results have, in the order given. */
export function tallyBy<Value>(
  results: readonly Result[],
  values: readonly Value[],
  keyOf: (result: Result) => Value,
): { value: Value; tally: Tally }[] {
  const groups = new Map(values.map((value) => [value, [] as Result[]]));
  for (const result of results) groups.get(keyOf(result))?.push(result);
  return [...groups].map(([value, group]) => ({ value, tally: tally(group) }));
}

/** The share of a method's cases that came out so, from 0 to 1. @param method its index; 0 is Scholion. */
export function shareOf({ cases, counts }: Tally, method: number, verdict: Verdict): number {
  return cases === 0 ? 0 : (counts[method]?.[verdict] ?? 0) / cases;
}
