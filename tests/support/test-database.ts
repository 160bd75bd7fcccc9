import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { StoreLocation } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';

/** The database that a run of the tests uses, with all migrations applied, to make copies of. */
export type TestDatabase =
  | { kind: 'embedded'; template: string }
  | { kind: 'server'; template: string; admin: string };

/** An empty database of a test file's own, of the kind that this run of the tests is for. */
export interface OwnDatabase {
  location: StoreLocation;
  remove(): Promise<void>;
}

/** Copies the run's template. */
export async function createDatabase(): Promise<OwnDatabase> {
  const { template } = inject('database');
  return await create(template);
}

/** A database of its own without any tables. */
export async function createEmptyDatabase(): Promise<OwnDatabase> {
  return await create(null);
}

async function create(template: string | null): Promise<OwnDatabase> {
  const database = inject('database');
  if (database.kind === 'embedded') {
    const directory = await mkdtemp(join(tmpdir(), 'scholion-test-'));
    if (template !== null) await cp(template, directory, { recursive: true });
    return {
      location: { kind: 'embedded', directory },
      remove: () => rm(directory, { recursive: true, force: true }),
    };
  }
  const name = `test_${newId().replaceAll('-', '')}`;
  await administer(database.admin, `CREATE DATABASE ${name} TEMPLATE ${template ?? 'template0'}`);
  const url = new URL(database.admin);
  url.pathname = `/${name}`;
  return {
    location: { kind: 'server', url: url.href },
    remove: () => administer(database.admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Runs one statement on a server's maintenance database. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
