import { parseArgs } from 'node:util';
import { BenchmarkProblem } from './problem.ts';

/** How the rounds of one run are laid out. */
export interface Plan {
  /** Whether the figures are only looked at, not written down. */
  quick: boolean;
  /** How many rounds count; one more, which does not, warms everything up. */
  rounds: number;
  /** How long each server is asked in a round, in milliseconds. */
  roundMilliseconds: number;
  /** How many requests are under way at any time, each on a connection of its own. */
  connections: number;
}

/** @throws BenchmarkProblem for arguments that there are not. */
export function readPlan(given: string[]): Plan {
  const { quick } = parse(given);
  return { quick, rounds: quick ? 5 : 7, roundMilliseconds: quick ? 400 : 4_000, connections: 8 };
}

function parse(given: string[]): { quick: boolean } {
  try {
    const { values } = parseArgs({ args: given, options: { quick: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    throw new BenchmarkProblem(
      `The benchmark takes no option but --quick, and was given: ${given.join(' ')}`,
      {
        cause: error,
      },
    );
  }
}
