import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Makes src/store/generated from prisma/schema.prisma where it is missing or older. */
export function generate() {
  const made = join(folder, 'src/store/generated/client.ts');
  const sources = [
    join(folder, 'prisma/schema.prisma'),
    join(folder, 'node_modules/@prisma/client/package.json'),
  ];
  if (existsSync(made) && sources.every((source) => statSync(source).mtimeMs <= statSync(made).mtimeMs))
    return;
  const prisma = join(folder, 'node_modules/prisma/build/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: folder,
    encoding: 'utf8',
    // Prisma finds its generators by their names.
    env: { ...process.env, PATH: [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
  });
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(1);
}

/**
 * Bundles TypeScript files into dist/, each under its own name; packages stay where they are.
 * @param {Record<string, string>} entryPoints names to files, from the package's folder.
 */
export async function bundle(entryPoints) {
  await build({
    absWorkingDir: folder,
    entryPoints,
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    splitting: true,
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generate();
  await bundle({ scholion: 'src/cli/main.ts' });
}
