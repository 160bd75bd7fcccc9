import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  const { build } = await import('esbuild');
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

const stamp = join(folder, 'dist', 'scholion.inputs');

/** Tells the files that the program is made of from other ones, and from what they were, by their times and sizes. */
function inputs() {
  const hash = createHash('sha256');
  for (const part of ['src', 'schema', 'scripts', 'package-lock.json'])
    for (const path of statSync(join(folder, part)).isDirectory()
      ? readdirSync(join(folder, part), { recursive: true }).sort()
      : ['']) {
      const file = statSync(join(folder, part, path));
      if (file.isFile()) hash.update(`${part}/${path} ${file.mtimeMs} ${file.size}\n`);
    }
  return hash.digest('hex');
}

function isBuilt() {
  const made = join(folder, 'dist', 'scholion.js');
  return existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generate();
  if (!isBuilt()) {
    await bundle({ scholion: 'src/cli/main.ts' });
    writeFileSync(stamp, inputs());
  }
}
