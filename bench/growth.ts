import { applyLoad, type Exchange } from './load.ts';
import { BenchmarkProblem } from './problem.ts';
import { eachSide, type Question, type Side, type Sides } from './rounds.ts';
import type { Server } from './servers.ts';
import { median, percentile } from './statistics.ts';

/** What half of the answers to a question took on two stores, in milliseconds. */
export interface Growth {
  id: string;
  name: string;
  sides: Sides<{ small: number; large: number }>;
}

/** A question as it is asked on one store. */
export interface OnStore {
  servers: Sides<Server>;
  question: Question;
}

/**
 * Asks a question on two stores, in rounds of one after the other, each server by itself. The first round does not count.
 * @throws BenchmarkProblem when an answer is not the right one.
 */
export async function growthOf(
  small: OnStore,
  large: OnStore,
  shape: { rounds: number; roundMilliseconds: number; connections: number },
): Promise<Growth> {
  const { id, name } = large.question;
  const sides = await eachSide(large.question.exchanges, async (side) => {
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = 0; round <= shape.rounds; round += 1) {
      times.small.push(await halfOf(small, side, shape));
      times.large.push(await halfOf(large, side, shape));
    }
    return { small: median(times.small.slice(1)), large: median(times.large.slice(1)) };
  });
  return { id, name, sides };
}

async function halfOf(
  { servers, question }: OnStore,
  side: Side,
  { roundMilliseconds: milliseconds, connections }: { roundMilliseconds: number; connections: number },
): Promise<number> {
  const server = servers[side];
  const exchanges: Exchange[] | undefined = question.exchanges[side];
  if (server === undefined || exchanges === undefined) throw new RangeError(`There is no ${side}`);
  const load = await applyLoad(server.origin, exchanges, { connections, milliseconds });
  if (load.errors > 0)
    throw new BenchmarkProblem(`Answers of ${side} to "${question.name}" were wrong: ${load.firstError}`);
  return percentile(load.latencies, 0.5);
}
