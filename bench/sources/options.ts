import { parseArgs } from 'node:util';
import { BenchmarkProblem } from '../problem.ts';

/** What a run does. */
export interface Plan {
  /** The same for the same sources. */
  seed: number;
  /** Among how many sources is looked, rising. */
  sizes: number[];
  /** How often each question is asked. */
  times: number;
}

const USAGE = 'The benchmark takes --quick and --seed NUMBER, and was given:';

/** @throws BenchmarkProblem for arguments that there are not. */
export function readPlan(given: string[]): Plan {
  const { quick, seed } = parse(given);
  if (!/^\d{1,6}$/.test(seed)) throw new BenchmarkProblem(`${USAGE} ${given.join(' ')}`);
  return {
    seed: Number(seed),
    sizes: quick ? [1_000, 10_000] : [1_000, 10_000, 100_000],
    times: quick ? 20 : 100,
  };
}

function parse(given: string[]) {
  try {
    const options = {
      quick: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    } as const;
    return parseArgs({ args: given, options }).values;
  } catch (error) {
    throw new BenchmarkProblem(`${USAGE} ${given.join(' ')}`, { cause: error });
  }
}
