import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { StoreLocation } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { copyFolder } from './copy-folder.ts';

/** The databases that a run of the tests makes copies of. */
export interface Templates {
  /** Without any tables. */
  bare: string;
  /** With all migrations applied. */
  empty: string;
  /** With the sample article and the entities that it mentions. */
  sample: string;
}

/** The kind of database that a run of the tests uses. */
export type TestDatabase =
  | { kind: 'embedded'; templates: Templates }
  | { kind: 'server'; templates: Templates; admin: string };

/** A database of a test file's own, of the kind that this run of the tests is for. */
export interface OwnDatabase {
  location: StoreLocation;
  remove(): Promise<void>;
}

/** Copies a template of the run. */
export async function createDatabase(template: keyof Templates = 'empty'): Promise<OwnDatabase> {
  const database = inject('database');
  const from = database.templates[template];
  if (database.kind === 'embedded') {
    const directory = await mkdtemp(join(tmpdir(), 'scholion-test-'));
    await copyFolder(from, directory);
    return {
      location: { kind: 'embedded', directory },
      remove: () => rm(directory, { recursive: true, force: true }),
    };
  }
  const name = `test_${newId().replaceAll('-', '')}`;
  await administer(database.admin, `CREATE DATABASE ${name} TEMPLATE ${from}`);
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
