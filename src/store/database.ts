import type pg from 'pg';
import { openEmbedded } from './embedded/open.ts';
import { openServer } from './server-database.ts';

/** Where a store is: a directory with an embedded database in it, or a PostgreSQL server. */
export type StoreLocation = { kind: 'embedded'; directory: string } | { kind: 'server'; url: string };

/** A database that answers, and how to reach it. */
export interface Database {
  kind: 'embedded' | 'server';
  connection: pg.PoolConfig;
  /** The PostgreSQL schema that holds the tables, where it is not `public`. */
  schema?: string;
  /** Whether another process has the embedded database open and this one speaks to it. */
  shared: boolean;
  close(): Promise<void>;
}

/**
 * Opens the database at a location and makes sure that it answers.
 * @throws StoreProblem
 */
export async function openDatabase(location: StoreLocation): Promise<Database> {
  return location.kind === 'embedded'
    ? await openEmbedded(location.directory)
    : await openServer(location.url);
}
