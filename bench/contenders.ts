import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packageFolder } from '../src/store/paths.ts';
import { NODE } from './install.ts';
import { BenchmarkProblem } from './problem.ts';
import type { Sides } from './rounds.ts';
import { type Server, startServer } from './servers.ts';

const PROGRAM = 'dist/scholion.js';
const LIMIT = 'dist/bench-limit.js';
/** What keeps this server from answering a query with what it answered before. */
const COLD = '--answer-cache';

/** Builds what is measured, as it is shipped. @throws BenchmarkProblem */
export async function buildPrograms(): Promise<void> {
  const { status, stderr } = spawnSync(process.execPath, [join(packageFolder, 'scripts', 'build.js')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new BenchmarkProblem(`Scholion could not be built: ${stderr}`);
  await build({
    absWorkingDir: packageFolder,
    entryPoints: ['bench/limit/server.ts'],
    outfile: LIMIT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
}

/** Whether Scholion can be told to keep no answers; where it cannot, there is no such server. */
export function canBeCold(): boolean {
  const { stdout } = spawnSync(NODE, [PROGRAM, 'serve', '--help'], { cwd: packageFolder, encoding: 'utf8' });
  return stdout.includes(COLD);
}

/** Starts all servers on one database. What is started is handed to `started` at once, for whoever stops it. */
export async function startContenders(
  url: string,
  started: (server: Server) => void,
): Promise<Sides<Server>> {
  const start = async (file: string, given: string[]): Promise<Server> => {
    const server = await startServer(file, given);
    started(server);
    return server;
  };
  const scholion = ['serve', '--database-url', url, '--port', '0', '--log-level', 'silent'];
  const warm = await start(PROGRAM, scholion);
  return {
    scholion: warm,
    ...(canBeCold() ? { cold: await start(PROGRAM, [...scholion, COLD, '0']) } : {}),
    postgraphile: await start('bench/postgraphile-server.mjs', [url]),
    limit: await start(LIMIT, [url]),
  };
}
