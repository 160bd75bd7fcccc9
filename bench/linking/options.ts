import { parseArgs } from 'node:util';
import { BenchmarkProblem } from '../problem.ts';

/** What a run does. */
export interface Plan {
  /** The same for the same names and text. */
  seed: number;
  /** For how many names the time is taken, rising. */
  sizes: number[];
  /** How long the text is, in UTF-16 code units. */
  textLength: number;
  /** Whether the figures are written to the page in docs/. */
  write: boolean;
}

const USAGE = 'The benchmark takes --quick, --seed NUMBER and --write, and was given:';

/** @throws BenchmarkProblem for arguments that there are not. */
export function readPlan(given: string[]): Plan {
  const { quick, seed, write } = parse(given);
  if (!/^\d{1,6}$/.test(seed)) throw new BenchmarkProblem(`${USAGE} ${given.join(' ')}`);
  return {
    seed: Number(seed),
    sizes: quick ? [1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000],
    textLength: quick ? 1_000_000 : 10_000_000,
    write,
  };
}

function parse(given: string[]) {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        quick: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        write: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new BenchmarkProblem(`${USAGE} ${given.join(' ')}`, { cause: error });
  }
}
