import type { TestProject } from 'vitest/node';
import { build } from './build.ts';
import { findPostgres, startCluster } from './cluster.ts';
import { makeEmpty, makeSample } from './templates.ts';
import { administer } from './test-database.ts';

/** Starts a PostgreSQL server for the tests, with the databases that they copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build();
  const binaries = findPostgres();
  if (binaries === null)
    throw new Error('These tests need PostgreSQL 15 or later; install its server programs');
  const cluster = await startCluster(binaries);
  const admin = cluster.url('postgres');
  const templates = { bare: 'template0', empty: 'template_scholion', sample: 'template_sample' };
  await administer(admin, `CREATE DATABASE ${templates.empty}`);
  await makeEmpty({ kind: 'server', url: cluster.url(templates.empty) });
  await administer(admin, `CREATE DATABASE ${templates.sample} TEMPLATE ${templates.empty}`);
  await makeSample({ kind: 'server', url: cluster.url(templates.sample) });
  project.provide('database', { kind: 'server', templates, admin });
  return () => cluster.stop();
}
