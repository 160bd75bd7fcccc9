import { parseArgs } from 'node:util';
import { BenchmarkProblem } from './problem.ts';
import type { LibrarySize } from './store/library.ts';

/** How one run is laid out. */
export interface Plan {
  /** Whether the figures are only looked at, not written down. */
  quick: boolean;
  /** How many rounds count; one more, which does not, warms everything up. */
  rounds: number;
  /** How long each server is asked in a round, in milliseconds. */
  roundMilliseconds: number;
  /** The same for each store that growth is measured on. */
  growthRounds: number;
  growthMilliseconds: number;
  /** How many times the first answer after a start is waited for. */
  starts: number;
  /** How many requests are under way at any time, each on a connection of its own. */
  connections: number;
  /** The size of the library that all questions are asked on, and of that which growth is measured from. */
  library: Record<'large' | 'small', LibrarySize>;
  /** The ids of the questions to ask; all when empty. */
  only: string[];
  /** A store that an earlier run has filled and kept; null for a new one. */
  databaseUrl: string | null;
  /** Whether to keep the database until the benchmark is stopped, for other runs, and ask nothing. */
  fill: boolean;
  /** Whether to write the page of figures: only a whole run does. */
  write: boolean;
  /** A file to draw the chart into besides, to look at it. */
  chart: string | null;
}

const PER_DOCUMENT = 500;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  fill: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true, default: [] as string[] },
  'database-url': { type: 'string' },
  chart: { type: 'string' },
} as const;

/** @throws BenchmarkProblem for arguments that there are not. */
export function readPlan(given: string[]): Plan {
  const { quick, fill, only, 'database-url': databaseUrl = null, chart = null } = parse(given);
  return {
    quick,
    rounds: quick ? 2 : 5,
    roundMilliseconds: quick ? 300 : 1_500,
    growthRounds: quick ? 1 : 3,
    growthMilliseconds: quick ? 150 : 700,
    starts: quick ? 1 : 5,
    connections: 8,
    library: { large: libraryOf(quick && !fill ? 20_000 : 1_000_000), small: libraryOf(1_000) },
    only,
    databaseUrl,
    fill,
    write: !quick && only.length === 0,
    chart,
  };
}

function libraryOf(annotations: number): LibrarySize {
  return { documents: annotations / PER_DOCUMENT, annotations };
}

function parse(given: string[]) {
  try {
    return parseArgs({ args: given, options: OPTIONS }).values;
  } catch (error) {
    throw new BenchmarkProblem(
      `The benchmark takes --quick, --only <question>, --fill, --database-url <url> and --chart <file>, and was given: ${given.join(' ')}`,
      { cause: error },
    );
  }
}
