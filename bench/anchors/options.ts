import { parseArgs } from 'node:util';
import { BenchmarkProblem } from '../problem.ts';

/** What a run does. */
export interface Plan {
  /** Which of the two parts is run. */
  parts: { accuracy: boolean; speed: boolean };
  /** The same for the same texts, edits and quotes. */
  seed: number;
  /** How many quotes of each size are looked for after each edit of each text. */
  quotes: number;
  /** Whether of the texts in one script only the first is edited. */
  oneTextPerScript: boolean;
  /** How many rounds of the speed part count. */
  rounds: number;
  /** Whether the figures are written to the page in docs/. */
  write: boolean;
  /** A file for the cases in which Scholion was not right, or null. */
  dump: string | null;
}

const USAGE =
  'The benchmark takes --quick, --seed NUMBER, --only accuracy|speed, --dump FILE and --write, and was given:';

/** @throws BenchmarkProblem for arguments that there are not. */
export function readPlan(given: string[]): Plan {
  const { quick, seed, only, dump, write } = parse(given);
  const isKnown = only === undefined || only === 'accuracy' || only === 'speed';
  if (!isKnown || !/^\d{1,6}$/.test(seed)) throw new BenchmarkProblem(`${USAGE} ${given.join(' ')}`);
  return {
    parts: { accuracy: only !== 'speed', speed: only !== 'accuracy' },
    seed: Number(seed),
    quotes: quick ? 1 : 16,
    oneTextPerScript: quick,
    rounds: quick ? 3 : 9,
    write,
    dump: dump ?? null,
  };
}

function parse(given: string[]) {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        quick: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
        dump: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new BenchmarkProblem(`${USAGE} ${given.join(' ')}`, { cause: error });
  }
}
