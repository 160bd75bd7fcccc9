import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../src/store/paths.ts';
import { BenchmarkProblem } from './problem.ts';

const folder = join(packageFolder, 'bench');
const modules = join(folder, 'node_modules');

/** The Node that all servers run on: PostGraphile needs a later one than this package does. */
export const NODE = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs what the benchmark alone needs into its own folder, where it is not there: PostGraphile, and a Node to run it.
 * @throws BenchmarkProblem
 */
export function installContenders(say: (line: string) => void): void {
  if (existsSync(join(modules, 'postgraphile')) && existsSync(NODE)) return;
  say('Installing PostGraphile and a Node for it (npm ci in bench/).');
  run('npm', ['ci', '--no-audit', '--no-fund'], folder);
  // Its own script brings the program; where npm does not run scripts, we do.
  if (!existsSync(NODE)) run(process.execPath, ['installArchSpecificPackage'], join(modules, 'node'));
  if (!existsSync(NODE)) throw new BenchmarkProblem(`There is no ${NODE} after npm ci in bench/.`);
}

function run(command: string, given: string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, given, { cwd, encoding: 'utf8' });
  if (status === 0) return;
  throw new BenchmarkProblem(
    `${command} ${given.join(' ')} failed in ${cwd}: ${error?.message ?? stderr.trim()}`,
  );
}
