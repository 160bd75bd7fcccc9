import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/store.ts';
import { build } from './build.ts';

/** Makes the embedded database that tests copy: making one anew takes seconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build();
  const template = await mkdtemp(join(tmpdir(), 'scholion-template-'));
  const store = await openStore({ kind: 'embedded', directory: template });
  await store.close();
  project.provide('database', { kind: 'embedded', template });
  return () => rm(template, { recursive: true, force: true });
}
