import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { packageFolder } from '../src/store/paths.ts';
import { NODE } from './install.ts';
import { BenchmarkProblem } from './problem.ts';
import { processorSecondsOf, residentBytesOf } from './process-figures.ts';

/** A server in a process of its own. */
export interface Server {
  /** Such as http://127.0.0.1:4000. */
  origin: string;
  /** Rejects with a BenchmarkProblem when the server ends without being told to. */
  ended: Promise<never>;
  /** The processor time that its process has taken since it began, in seconds. */
  processorSeconds(): Promise<number>;
  /** The memory that its process holds now, in bytes. */
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
}

/** How long a server may take to start, and to stop, in milliseconds. */
const START_LIMIT = 60_000;
const STOP_LIMIT = 10_000;

/**
 * Runs a program of this package on the Node of the benchmark, which must say on standard error where it listens.
 * @throws BenchmarkProblem when it stops instead.
 */
export async function startServer(file: string, given: string[]): Promise<Server> {
  const child = spawn(NODE, [file, ...given], {
    cwd: packageFolder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = keepWhatIsSaid(child);
  const ended = watch(child, file, said);
  try {
    const port = await Promise.race([portOf(child, said), ended]);
    const id = child.pid ?? 0;
    return {
      // By number: a look-up of the name for each connection would be part of the figures.
      origin: `http://127.0.0.1:${port}`,
      ended,
      processorSeconds: () => processorSecondsOf(id),
      residentBytes: () => residentBytesOf(id),
      stop: () => stop(child),
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** Its standard error, as far as it has come, in parts. */
function keepWhatIsSaid({ stderr }: ChildProcess): string[] {
  const said: string[] = [];
  stderr?.setEncoding('utf8').on('data', (part: string) => said.push(part));
  return said;
}

function watch(child: ChildProcess, file: string, said: string[]): Promise<never> {
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('close', (code, signal) =>
      reject(
        new BenchmarkProblem(
          `The server ${file} ended with ${signal ?? `status ${code}`}: ${said.join('').trim()}`,
        ),
      ),
    );
  });
  // When it is stopped at the end of a run, nobody waits for it.
  ended.catch(() => undefined);
  return ended;
}

async function portOf({ stderr }: ChildProcess, said: string[]): Promise<string> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new BenchmarkProblem(`A server did not start in ${START_LIMIT / 1000} s: ${said.join('').trim()}`),
      );
    }, START_LIMIT);
    stderr?.on('data', () => {
      const port = /http:\/\/[\w.]+:(\d+)/.exec(said.join(''))?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    });
    stderr?.once('close', () => clearTimeout(timer));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(force);
}
