import pg from 'pg';
import { type BackupRow, checkBackup, invalidBackup, rowsOf } from './backup-lines.ts';
import { type Database, openDatabase, type StoreLocation } from './database.ts';
import { applyMigrations, migrationStatus, readMigrations } from './migrations.ts';
import { migrationsFolder } from './paths.ts';
import { StoreProblem } from './problem.ts';
import { tables } from './tables.ts';

/** How much is written at a time: so many rows, or so many characters of them. */
const BATCH = { rows: 500, characters: 8 * 1024 * 1024 };

/**
 * Reads a backup into an empty store, in one transaction: all of it is there afterwards, or nothing. A backup of an
 * older version goes into tables as they were then, which are then migrated.
 * @returns how many rows were read.
 * @throws StoreProblem BACKUP_INVALID, DATABASE_NOT_EMPTY, DATA_DIRECTORY_HELD, DATABASE_NEWER,
 *   DATABASE_MIGRATION_FAILED.
 */
export async function restore(
  location: StoreLocation,
  file: string,
  folder = migrationsFolder,
): Promise<number> {
  const migration = await checkBackup(file);
  const known = (await readMigrations(folder)).migrationDirectories.map(({ path }) => path);
  if (!known.includes(migration))
    throw new StoreProblem(
      'BACKUP_INVALID',
      `${file} was made by a newer Scholion (it has ${migration}); update Scholion to restore it.`,
    );
  const database = await openDatabase(location);
  try {
    requireUnshared(database);
    await migrateTo(database, migration, folder);
    const rows = await readInto(database, file);
    await applyMigrations(database, folder);
    return rows;
  } finally {
    await database.close();
  }
}

/** A server that is at work on the store knows things of it that a restored one no longer has. */
function requireUnshared(database: Database): void {
  if (database.shared)
    throw new StoreProblem(
      'DATA_DIRECTORY_HELD',
      'The data directory is in use by another process; stop that, or restore into another --data directory.',
    );
}

async function migrateTo(database: Database, migration: string, folder: string): Promise<void> {
  const { applied } = await migrationStatus(database, folder);
  if (applied.some((name) => name > migration))
    throw new StoreProblem(
      'DATABASE_NOT_EMPTY',
      'The backup is older than the tables of this database; restore it into a database without tables, or another --data directory.',
    );
  await applyMigrations(database, folder, migration);
}

async function readInto(database: Database, file: string): Promise<number> {
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await emptyTables(client);
    const release = await deferReferencesWithin(client);
    const rows = await insertRows(client, file);
    await release();
    await client.query(
      `SELECT setval(pg_get_serial_sequence('event', 'sequence'), max(sequence)) FROM event`,
    );
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (error instanceof pg.DatabaseError)
      throw invalidBackup(file, `the database refuses its rows: ${error.message}`, error);
    throw error;
  } finally {
    await client.end();
  }
}

/** Removes what a store has before its first document, entity and source: agents. */
async function emptyTables(client: pg.Client): Promise<void> {
  const all = tables.map((table) => `"${table}"`).join(', ');
  await client.query(`LOCK TABLE ${all} IN ACCESS EXCLUSIVE MODE`);
  const { rows } = await client.query(
    'SELECT 1 WHERE EXISTS (SELECT 1 FROM document) OR EXISTS (SELECT 1 FROM entity) OR EXISTS (SELECT 1 FROM source)',
  );
  if (rows.length > 0)
    throw new StoreProblem(
      'DATABASE_NOT_EMPTY',
      'The store has documents, entities or sources already; restore into an empty database, or another --data directory.',
    );
  await client.query(`TRUNCATE ${all}`);
}

/**
 * Lets a row come before the row of its own table that it refers to: ids are in the order of their making only as far
 * as the clocks of those who made them agree.
 * @returns what ends that.
 */
async function deferReferencesWithin(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name FROM pg_constraint
     WHERE contype = 'f' AND conrelid = confrelid AND connamespace = current_schema()::regnamespace`,
  );
  const alter = async (how: string): Promise<void> => {
    for (const { table, name } of rows)
      await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} ${how}`);
  };
  await alter('DEFERRABLE INITIALLY DEFERRED');
  return async () => {
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await alter('NOT DEFERRABLE');
  };
}

async function insertRows(client: pg.Client, file: string): Promise<number> {
  let batch: BackupRow[] = [];
  let characters = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    await insert(client, batch);
    batch = [];
    characters = 0;
  };
  for await (const next of rowsOf(file)) {
    const full = batch.length >= BATCH.rows || characters + next.row.length > BATCH.characters;
    if (full || batch.at(-1)?.table !== next.table) await flush();
    batch.push(next);
    characters += next.row.length;
    count += 1;
  }
  await flush();
  return count;
}

async function insert(client: pg.Client, batch: readonly BackupRow[]): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  await client.query(
    `INSERT INTO "${first.table}" SELECT * FROM json_populate_recordset(NULL::"${first.table}", $1::json)`,
    [`[${batch.map(({ row }) => row).join(',')}]`],
  );
}
