import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from './build.ts';
import { copyFolder } from './copy-folder.ts';
import { makeBare, makeEmpty, makeSample } from './templates.ts';

/** Makes the embedded databases that tests copy: making one anew takes seconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build();
  const folder = await mkdtemp(join(tmpdir(), 'scholion-templates-'));
  const templates = {
    bare: join(folder, 'bare'),
    empty: join(folder, 'empty'),
    sample: join(folder, 'sample'),
  };
  await makeBare({ kind: 'embedded', directory: templates.bare });
  await mkdir(templates.empty);
  await copyFolder(templates.bare, templates.empty);
  await makeEmpty({ kind: 'embedded', directory: templates.empty });
  await mkdir(templates.sample);
  await copyFolder(templates.empty, templates.sample);
  await makeSample({ kind: 'embedded', directory: templates.sample });
  project.provide('database', { kind: 'embedded', templates });
  return () => rm(folder, { recursive: true, force: true });
}
