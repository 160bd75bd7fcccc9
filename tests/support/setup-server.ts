import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/store.ts';
import { build } from './build.ts';
import { findPostgres, startCluster } from './cluster.ts';
import { administer } from './test-database.ts';

/** Starts a PostgreSQL server for the tests, with the database that they copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build();
  const binaries = findPostgres();
  if (binaries === null)
    throw new Error('These tests need PostgreSQL 15 or later; install its server programs');
  const cluster = await startCluster(binaries);
  const admin = cluster.url('postgres');
  await administer(admin, 'CREATE DATABASE template_scholion');
  const store = await openStore({ kind: 'server', url: cluster.url('template_scholion') }, { migrate: true });
  await store.close();
  project.provide('database', { kind: 'server', template: 'template_scholion', admin });
  return () => cluster.stop();
}
