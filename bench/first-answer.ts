import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageFolder } from '../src/store/paths.ts';
import { NODE } from './install.ts';
import { BenchmarkProblem } from './problem.ts';
import { ARTICLE } from './questions/article.ts';
import { toBody } from './questions/ask.ts';
import { median } from './statistics.ts';
import { SAMPLE } from './texts.ts';

/** From starting a program until it has answered the question of the article, in seconds: the median of some times. */
export interface FirstAnswer {
  /** `node dist/scholion.js serve --sample` */
  program: number;
  /** `npm start`, which builds that first. */
  npmStart: number;
}

/** How long it may take, and how long to wait before asking again, in milliseconds. */
const LIMIT = 60_000;
const PAUSE = 5;

/** Measures on an embedded store that was initialized and filled with the sample before. @throws BenchmarkProblem */
export async function measureFirstAnswer(times: number): Promise<FirstAnswer> {
  const data = await mkdtemp(join(tmpdir(), 'scholion-bench-'));
  const program = ['dist/scholion.js', 'serve', '--sample'];
  try {
    await secondsUntilAnswer(NODE, program, data);
    return {
      program: await medianOf(times, () => secondsUntilAnswer(NODE, program, data)),
      npmStart: await medianOf(times, () => secondsUntilAnswer('npm', ['start', '--'], data)),
    };
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
  const seconds: number[] = [];
  for (let time = 0; time < times; time += 1) seconds.push(await measure());
  return median(seconds);
}

async function secondsUntilAnswer(command: string, given: string[], data: string): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(command, [...given, '--data', data, '--port', String(port), '--log-level', 'silent'], {
    cwd: packageFolder,
    env: { ...process.env, NODE_ENV: 'production', PATH: `${dirname(NODE)}${delimiter}${process.env.PATH}` },
    stdio: 'ignore',
    // A group of its own, so that whatever npm starts can be stopped with it.
    detached: true,
  });
  try {
    await untilAnswered(child, port, begin);
    return (performance.now() - begin) / 1000;
  } finally {
    await stop(child);
  }
}

async function untilAnswered(child: ChildProcess, port: number, begin: number): Promise<void> {
  const body = toBody({ query: ARTICLE, variables: { slug: SAMPLE.slug } });
  while (performance.now() - begin < LIMIT) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body.toString(),
    }).catch(() => null);
    if (answer?.ok) {
      const { data } = await answer.json();
      if (data?.document?.revision?.blocks?.edges?.length > 0) return;
    }
    await pause(PAUSE);
  }
  throw new BenchmarkProblem(`Scholion did not answer in ${LIMIT / 1000} s after it was started.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await exited;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new RangeError('There is no port');
  return address.port;
}
