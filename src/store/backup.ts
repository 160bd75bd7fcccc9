import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { systemFault } from '../system-fault.ts';
import type { Database } from './database.ts';
import { requireMigrated } from './migrations.ts';
import { migrationsFolder } from './paths.ts';
import { StoreProblem } from './problem.ts';
import { keptOf, keyOf, type Table, tables } from './tables.ts';

/** The first line of a backup. The lines that follow are `["table", {row}]`, the last one is the footer. */
export interface BackupHeader {
  format: 'scholion-backup';
  version: 1;
  /** The newest migration of the database that it was made of. */
  migration: string;
  createdAt: string;
}

/** The last line: how many rows there are, and the SHA-256 of all lines before it. */
export interface BackupFooter {
  rows: number;
  sha256: string;
}

/** How many rows are read at a time. */
const PAGE = 200;

/**
 * Writes all of a store into one file, as it stood at one moment, restorable into an embedded or a server's database.
 * The file is there only when it is whole.
 * @returns how many rows were written.
 * @throws StoreProblem BACKUP_INVALID when the file cannot be written, or what `requireMigrated` throws.
 */
export async function backup(database: Database, file: string, folder = migrationsFolder): Promise<number> {
  const migration = await requireMigrated(database, folder);
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  const unfinished = `${file}.unfinished`;
  try {
    const total = { rows: 0 };
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const lines = Readable.from(linesOf(client, migration, total));
    await pipeline(lines, createGzip(), createWriteStream(unfinished));
    await client.query('COMMIT');
    await rename(unfinished, file);
    return total.rows;
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error)
      throw new StoreProblem(
        'BACKUP_INVALID',
        `${file} cannot be written (${systemFault(error)}); choose another file.`,
        { cause: error },
      );
    throw error;
  } finally {
    await client.end();
  }
}

async function* linesOf(
  client: pg.Client,
  migration: string,
  total: { rows: number },
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const header: BackupHeader = {
    format: 'scholion-backup',
    version: 1,
    migration,
    createdAt: new Date().toISOString(),
  };
  yield hashed(hash, JSON.stringify(header));
  for (const table of tables) {
    for await (const row of rowsOf(client, table)) {
      total.rows += 1;
      yield hashed(hash, `["${table}",${row}]`);
    }
  }
  const footer: BackupFooter = { rows: total.rows, sha256: hash.digest('hex') };
  yield `${JSON.stringify(footer)}\n`;
}

function hashed(hash: Hash, line: string): string {
  const whole = `${line}\n`;
  hash.update(whole);
  return whole;
}

/** The rows of a table as JSON, in the order of their keys; of ids that is the order of their making. */
async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<string> {
  const columns = keyOf(table);
  const key = columns.join(', ');
  const placeholders = columns.map((_column, index) => `$${index + 1}`).join(', ');
  let after: string[] | null = null;
  for (;;) {
    const rest: string = after === null ? '' : `WHERE (${key}) > (${placeholders})`;
    const { rows }: { rows: { key: string[]; row: string }[] } = await client.query(
      `SELECT ARRAY[${columns.map((column) => `${column}::text`).join(', ')}] AS key, (${keptOf(table)})::text AS row
       FROM "${table}" t ${rest} ORDER BY ${key} LIMIT ${PAGE}`,
      after ?? [],
    );
    for (const { row } of rows) yield row;
    after = rows.at(-1)?.key ?? null;
    if (after === null || rows.length < PAGE) return;
  }
}
