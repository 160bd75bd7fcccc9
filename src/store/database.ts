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
  /**
   * Whether a connection can keep statements prepared. Those of an embedded database are one session, in which a name
   * can be given only once.
   */
  prepares: boolean;
  close(): Promise<void>;
}

/** What is to be done with a database before anybody else may join it. */
export type Prepare = (database: Database) => Promise<void>;

/**
 * Opens the database at a location and makes sure that it answers.
 * @throws StoreProblem, or what `prepare` throws.
 */
export async function openDatabase(
  location: StoreLocation,
  prepare: Prepare = async () => undefined,
): Promise<Database> {
  if (location.kind === 'embedded') return await openEmbedded(location.directory, prepare);
  const database = await openServer(location.url);
  await prepare(database);
  return database;
}
