import { Agent, request } from 'node:http';

/** What to post, and where. */
export interface Ask {
  path: string;
  /** Made anew for each request where each must be another. */
  body: Buffer | (() => Buffer);
}

/** A request, and how to tell a right answer to it. */
export interface Exchange extends Ask {
  /** Whether to keep the whole answer, to look at it, and not only how it begins. */
  whole?: boolean;
  /** The length of its answer in bytes, where that is always the same. */
  expected?: number;
  /** Cheap, since it runs while figures are taken. */
  accepts(answer: Answer): boolean;
}

export interface Answer {
  status: number;
  /** Of the body, in bytes. */
  length: number;
  /** The body's first part, as long as it happened to come, or the whole of it. */
  begin: Buffer;
}

/** What came of asking one server for a while. */
export interface Load {
  seconds: number;
  requests: number;
  /** How many answers were not the right ones, or did not come. */
  errors: number;
  /** The beginning of the first such answer. */
  firstError: string | null;
  /** Of all answers, without their heads. */
  bytes: number;
  /** From sending a request until its answer is there, in milliseconds. */
  latencies: number[];
}

export interface LoadShape {
  connections: number;
  milliseconds: number;
  /** Done before each request; its time is not part of any figure. */
  before?: (() => Promise<void>) | undefined;
}

/**
 * Asks over and over, from a number of connections that each wait for an answer before they ask again. What is under
 * way when the time is over is waited for and counts.
 */
export async function applyLoad(
  origin: string,
  exchanges: readonly Exchange[],
  { connections, milliseconds, before }: LoadShape,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const load: Load = { seconds: 0, requests: 0, errors: 0, firstError: null, bytes: 0, latencies: [] };
  const url = new URL(origin);
  const begin = performance.now();
  let next = 0;
  let paused = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() - begin < milliseconds) {
      const exchange = exchanges[next % exchanges.length];
      if (exchange === undefined) throw new RangeError('There is nothing to ask');
      next += 1;
      if (before !== undefined) {
        const pause = performance.now();
        await before();
        paused += performance.now() - pause;
      }
      await ask(agent, url, exchange, load);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  load.seconds = (performance.now() - begin - paused / connections) / 1000;
  agent.destroy();
  return load;
}

async function ask(agent: Agent, url: URL, exchange: Exchange, load: Load): Promise<void> {
  const begin = performance.now();
  const answer = await post(agent, url, exchange).catch(faultAsAnswer);
  load.latencies.push(performance.now() - begin);
  load.requests += 1;
  load.bytes += answer.length;
  if (exchange.accepts(answer)) return;
  load.errors += 1;
  load.firstError ??= `${answer.status} ${answer.begin.toString('utf8', 0, 300)}`;
}

function post(agent: Agent, url: URL, { path, body: given, whole = false }: Exchange): Promise<Answer> {
  const body = bytesOf(given);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const options = { agent, host: url.hostname, port: url.port, path, method: 'POST', headers };
    const sent = request(options, (response) => {
      // The body is counted and dropped: what the client does with it comes off the processors that both servers use.
      const answer: Answer = { status: response.statusCode ?? 0, length: 0, begin: NOTHING };
      response.on('data', (chunk: Buffer) => {
        if (answer.length === 0) answer.begin = chunk;
        else if (whole) answer.begin = Buffer.concat([answer.begin, chunk]);
        answer.length += chunk.length;
      });
      response.once('end', () => resolve(answer));
      response.once('error', reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

export function bytesOf(body: Ask['body']): Buffer {
  return typeof body === 'function' ? body() : body;
}

const NOTHING = Buffer.alloc(0);

function faultAsAnswer(fault: unknown): Answer {
  const begin = Buffer.from(String(fault));
  return { status: 0, length: begin.length, begin };
}
