import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageFolder } from '../../src/store/paths.ts';

/** Builds the program, for tests that start it as users do. */
export function build(): void {
  execFileSync(process.execPath, [join(packageFolder, 'scripts', 'build.js')], { stdio: 'inherit' });
}
