import { applyLoad, type Exchange, type Load } from './load.ts';
import type { Plan } from './options.ts';
import { BenchmarkProblem } from './problem.ts';
import type { Server } from './servers.ts';

/** What is held against each other: this server, as it is and without its cache of answers, PostGraphile, and the limit. */
export const SIDES = ['scholion', 'cold', 'postgraphile', 'limit'] as const;

export type Side = (typeof SIDES)[number];

/** Something of each server. */
export type Sides<Value> = Record<Exclude<Side, 'cold'>, Value> & {
  /** Where this server can be told to keep no answers. */
  cold?: Value;
};

/** Something that the servers are asked. */
export interface Question {
  id: string;
  name: string;
  exchanges: Sides<Exchange[]>;
  /** Something to know about how it is asked. */
  note?: string;
  /** How many requests are under way at any time; the plan's unless given. */
  connections?: Sides<number>;
  /** Done before each request, without being timed. */
  before?: Sides<() => Promise<void>>;
  /** By what servers are compared: how much they do in a second unless given, or the time of half of the answers. */
  by?: 'p50';
  /** What is counted in a second; requests unless given. */
  unit?: string;
  /** How many of these a request does; 1 unless given. */
  rows?: Sides<number>;
  /** Called once the rounds are over; throws a BenchmarkProblem when what was answered has not been done. */
  conclude?(requests: Sides<number>): Promise<void>;
}

export interface MeasuredLoad extends Load {
  /** What the server's process took meanwhile, and all processes of the database. */
  processorSeconds: number;
  databaseSeconds: number;
}

/** A question with what came of asking it, round by round. */
export interface Measured extends Pick<Question, 'id' | 'name' | 'note' | 'by' | 'unit' | 'rows'> {
  rounds: Sides<MeasuredLoad>[];
}

/** What the rounds need besides the question. */
export interface Ring {
  servers: Sides<Server>;
  /** The processor time of all processes of the database so far, in seconds. */
  databaseSeconds(): Promise<number>;
  plan: Pick<Plan, 'rounds' | 'roundMilliseconds' | 'connections'>;
}

/**
 * Asks a question in rounds, in each of them one server after the other, so that whatever disturbs the machine disturbs
 * all. The first round warms them up and does not count.
 * @throws BenchmarkProblem when an answer is not the right one.
 */
export async function measure(question: Question, ring: Ring): Promise<Measured> {
  const rounds: Sides<MeasuredLoad>[] = [];
  for (let round = 0; round <= ring.plan.rounds; round += 1)
    rounds.push(await eachSide(question.exchanges, (side) => askFor(question, side, ring, round === 0)));
  const requests = await eachSide(question.exchanges, async (side) =>
    rounds.reduce((total, one) => total + (one[side]?.requests ?? 0), 0),
  );
  await question.conclude?.(requests);
  const { exchanges: _, connections: __, before: ___, conclude: ____, ...about } = question;
  return { ...about, rounds: rounds.slice(1) };
}

/** How many times as long the first round takes, in which servers make up their minds what to compile. */
const WARM_UP = 2;

/** Does something for each server that there is, one after the other. */
export async function eachSide<Value>(
  present: Sides<unknown>,
  make: (side: Side) => Promise<Value>,
): Promise<Sides<Value>> {
  return {
    scholion: await make('scholion'),
    ...(present.cold === undefined ? {} : { cold: await make('cold') }),
    postgraphile: await make('postgraphile'),
    limit: await make('limit'),
  };
}

async function askFor(question: Question, side: Side, ring: Ring, isWarmUp: boolean): Promise<MeasuredLoad> {
  const { name, exchanges, before } = question;
  const server = ring.servers[side];
  const asked = exchanges[side];
  if (server === undefined || asked === undefined) throw new RangeError(`There is no ${side}`);
  const processor = await server.processorSeconds();
  const database = await ring.databaseSeconds();
  const load = await applyLoad(server.origin, asked, {
    connections: question.connections?.[side] ?? ring.plan.connections,
    milliseconds: ring.plan.roundMilliseconds * (isWarmUp ? WARM_UP : 1),
    before: before?.[side],
  });
  const processorSeconds = (await server.processorSeconds()) - processor;
  const databaseSeconds = (await ring.databaseSeconds()) - database;
  if (load.errors > 0)
    throw new BenchmarkProblem(
      `${load.errors} of ${load.requests} answers of ${side} to "${name}" were wrong; the first was: ${load.firstError}`,
    );
  return { ...load, processorSeconds, databaseSeconds };
}
