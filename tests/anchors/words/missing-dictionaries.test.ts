import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { packageFolder } from '../../../src/store/paths.ts';

/** Node does as if the dictionaries were not installed. */
const WITHOUT = `
const { Module } = require('node:module');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  if (/jieba|lindera/.test(name)) throw new Error('Cannot find ' + name);
  return resolve.call(this, name, ...rest);
};`;

const COMPARE = `
import { compareWords } from './src/anchors/statement.ts';
const pairs = [['他收购了船只', '他购买了船只', 'zh'], ['古い住宅が売られた', '古い家屋が売られた', 'ja']];
console.log(pairs.map(([one, other, language]) => compareWords(one, other, language).otherStatement).join());`;

it('without the dictionaries replaced words count as names, and nothing fails', async () => {
  const folder = mkdtempSync(join(packageFolder, 'node_modules', '.without-dictionaries-'));
  try {
    const [program, without] = [join(folder, 'compare.js'), join(folder, 'without.cjs')];
    await build({
      stdin: { contents: COMPARE, resolveDir: packageFolder, loader: 'ts' },
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
    });
    writeFileSync(without, WITHOUT);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const run = (...options: string[]): string =>
      execFileSync(process.execPath, [...options, program], { encoding: 'utf8' }).trim();
    expect(run()).toBe('false,false');
    expect(run('--require', without)).toBe('true,true');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
