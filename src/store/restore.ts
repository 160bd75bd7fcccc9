import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { z } from 'zod';
import type { Database } from './database.ts';
import { applyMigrations, migrationStatus, readMigrations } from './migrations.ts';
import { StoreProblem } from './problem.ts';
import { type Table, tables } from './tables.ts';

const headerShape = z.object({
  format: z.literal('scholion-backup'),
  version: z.literal(1),
  migration: z.string(),
});
const footerShape = z.object({ rows: z.int(), sha256: z.string() });
const rowShape = z.tuple([z.enum(tables), z.record(z.string(), z.unknown())]);

/** How many rows are written at a time. */
const BATCH = 500;

/**
 * Reads a backup into an empty store, in one transaction: all of it is there afterwards, or nothing. A backup of an
 * older version goes into tables as they were then, which are then migrated.
 * @returns how many rows were read.
 * @throws StoreProblem BACKUP_INVALID, DATABASE_NOT_EMPTY, DATABASE_NEWER, DATABASE_MIGRATION_FAILED.
 */
export async function restore(database: Database, file: string): Promise<number> {
  const lines = linesOf(file);
  try {
    const header = (await lines.next()).value;
    await migrateTo(database, parse(headerShape, header, file).migration, file);
    const rows = await readInto(database, lines, file, header ?? '');
    await applyMigrations(database);
    return rows;
  } catch (error) {
    if (error instanceof StoreProblem || error instanceof pg.DatabaseError) throw error;
    throw invalid(file, error instanceof Error ? error.message : String(error), error);
  } finally {
    await lines.return(undefined);
  }
}

async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const gunzip = createGunzip();
  const reading = pipeline(createReadStream(file), gunzip);
  // Errors reach the caller through the lines; this only keeps them from being unhandled as well.
  reading.catch(() => undefined);
  for await (const line of createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY }))
    yield line;
  await reading;
  return undefined;
}

async function migrateTo(database: Database, migration: string, file: string): Promise<void> {
  const known = (await readMigrations()).migrationDirectories.map(({ path }) => path);
  if (!known.includes(migration))
    throw invalid(file, `it was made by a newer Scholion, with ${migration}; update Scholion`, undefined);
  const { applied } = await migrationStatus(database);
  const newer = applied.filter((name) => name > migration);
  if (newer.length > 0)
    throw new StoreProblem(
      'DATABASE_NOT_EMPTY',
      `The backup is older than the tables of this database; restore it into a database without tables, or another --data directory.`,
    );
  await applyMigrations(database, undefined, migration);
}

async function readInto(
  database: Database,
  lines: AsyncGenerator<string, undefined>,
  file: string,
  header: string,
): Promise<number> {
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (database.schema !== undefined)
      await client.query(`SET search_path TO ${pg.escapeIdentifier(database.schema)}`);
    await client.query('BEGIN');
    await requireEmpty(client);
    const rows = await insertLines(client, lines, file, header);
    await client.query(
      `SELECT setval(pg_get_serial_sequence('event', 'sequence'), max(sequence)) FROM event`,
    );
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query('SELECT 1 FROM document LIMIT 1');
  if (rows.length > 0)
    throw new StoreProblem(
      'DATABASE_NOT_EMPTY',
      'The store has documents already; restore into an empty database, or another --data directory.',
    );
  await client.query(`TRUNCATE ${tables.map((table) => `"${table}"`).join(', ')}`);
}

async function insertLines(
  client: pg.Client,
  lines: AsyncGenerator<string, undefined>,
  file: string,
  header: string,
): Promise<number> {
  const hash = createHash('sha256').update(`${header}\n`);
  let batch: { table: Table; rows: string[] } | undefined;
  let count = 0;
  for await (const line of lines) {
    if (line.startsWith('{')) {
      const footer = parse(footerShape, line, file);
      if (footer.rows !== count || footer.sha256 !== hash.digest('hex'))
        throw invalid(file, 'it was changed or damaged since it was made', undefined);
      if (batch !== undefined) await insert(client, batch.table, batch.rows);
      return count;
    }
    hash.update(`${line}\n`);
    const [table, row] = parse(rowShape, line, file);
    count += 1;
    if (batch !== undefined && (batch.table !== table || batch.rows.length === BATCH)) {
      await insert(client, batch.table, batch.rows);
      batch = undefined;
    }
    batch ??= { table, rows: [] };
    batch.rows.push(JSON.stringify(row));
  }
  throw invalid(file, 'it ends in the middle', undefined);
}

async function insert(client: pg.Client, table: Table, rows: string[]): Promise<void> {
  await client.query(
    `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [`[${rows.join(',')}]`],
  );
}

function parse<Output>(shape: z.ZodType<Output>, line: string | undefined, file: string): Output {
  try {
    return shape.parse(JSON.parse(line ?? ''));
  } catch (error) {
    throw invalid(file, 'it has a line that no backup has', error);
  }
}

function invalid(file: string, reason: string, cause: unknown): StoreProblem {
  return new StoreProblem(
    'BACKUP_INVALID',
    `${file} cannot be restored: ${reason}; give a file that scholion backup wrote.`,
    {
      cause,
    },
  );
}
