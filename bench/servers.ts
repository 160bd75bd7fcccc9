import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageFolder } from '../src/store/paths.ts';
import type { ProcessorTime } from './child.ts';
import { BenchmarkProblem } from './problem.ts';

/** A server in a process of its own. */
export interface Server {
  /** Such as http://127.0.0.1:4000. */
  origin: string;
  /** The processor time that its process has taken since it began, in seconds. */
  processorSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** How long a server may take to start, and to stop, in milliseconds. */
const START_LIMIT = 60_000;
const STOP_LIMIT = 10_000;

/**
 * Runs a file of this folder, which must say on standard error where it listens.
 * @throws BenchmarkProblem when it stops instead.
 */
export async function startServer(file: string, given: string[]): Promise<Server> {
  const child = fork(join(packageFolder, 'scripts', 'run.js'), [`bench/${file}`, ...given], {
    cwd: packageFolder,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    const port = await portOf(child, file);
    // By number: a look-up of the name for each connection would be part of the figures.
    const origin = `http://127.0.0.1:${port}`;
    return { origin, processorSeconds: () => processorSecondsOf(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function portOf(child: ChildProcess, file: string): Promise<string> {
  let said = '';
  return await new Promise((resolve, reject) => {
    const fail = (): void => reject(new BenchmarkProblem(`The server ${file} did not start: ${said.trim()}`));
    const timer = setTimeout(fail, START_LIMIT);
    child.once('exit', fail);
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /http:\/\/[\w.]+:(\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(port);
    });
  });
}

async function processorSecondsOf(child: ChildProcess): Promise<number> {
  const answered = once(child, 'message');
  child.send('processor time');
  const [{ user, system }]: [ProcessorTime] = (await answered) as [ProcessorTime];
  return (user + system) / 1_000_000;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(force);
}
