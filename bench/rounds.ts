import { applyLoad, type Exchange, type Load } from './load.ts';
import type { Plan } from './options.ts';
import { BenchmarkProblem } from './problem.ts';
import type { Server } from './servers.ts';

/** The two servers: this one, and the limit that it is held against. */
export interface Sides<Value> {
  scholion: Value;
  limit: Value;
}

/** Something that both servers are asked. */
export interface Question {
  name: string;
  exchanges: Sides<Exchange[]>;
  /** Called once the rounds are over; throws a BenchmarkProblem when what was answered has not been done. */
  conclude?(requests: Sides<number>): Promise<void>;
}

export interface MeasuredLoad extends Load {
  /** What the server's process took meanwhile. */
  processorSeconds: number;
}

/** A question with what came of asking it, round by round. */
export interface Measured {
  name: string;
  rounds: Sides<MeasuredLoad>[];
}

/**
 * Asks a question in rounds, each of them first this server and then the limit, so that whatever disturbs the machine
 * disturbs both. The first round warms them up and does not count.
 * @throws BenchmarkProblem when an answer is not the right one.
 */
export async function measure(question: Question, servers: Sides<Server>, plan: Plan): Promise<Measured> {
  const rounds: Sides<MeasuredLoad>[] = [];
  for (let round = 0; round <= plan.rounds; round += 1) {
    const scholion = await askFor(question, 'scholion', servers, plan);
    const limit = await askFor(question, 'limit', servers, plan);
    rounds.push({ scholion, limit });
  }
  const requestsOf = (side: keyof Sides<unknown>): number =>
    rounds.reduce((total, round) => total + round[side].requests, 0);
  await question.conclude?.({ scholion: requestsOf('scholion'), limit: requestsOf('limit') });
  return { name: question.name, rounds: rounds.slice(1) };
}

async function askFor(
  { name, exchanges }: Question,
  side: keyof Sides<unknown>,
  servers: Sides<Server>,
  { connections, roundMilliseconds }: Plan,
): Promise<MeasuredLoad> {
  const server = servers[side];
  const before = await server.processorSeconds();
  const load = await applyLoad(server.origin, exchanges[side], {
    connections,
    milliseconds: roundMilliseconds,
  });
  const processorSeconds = (await server.processorSeconds()) - before;
  if (load.errors > 0)
    throw new BenchmarkProblem(
      `${load.errors} of ${load.requests} answers of ${side} to "${name}" were wrong; the first was: ${load.firstError}`,
    );
  return { ...load, processorSeconds };
}
