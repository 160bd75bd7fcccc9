import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { MigrationDirectory, MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import type { Database } from './database.ts';
import { migrationsFolder } from './paths.ts';
import { StoreProblem } from './problem.ts';
import { withSchemaEngine } from './schema-engine.ts';

export const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

/** How a database stands to the migrations that this program knows, each list in order of their names. */
export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Applied, but unknown here: the database is newer than the program. */
  unknown: string[];
  failed: string[];
}

/** Reads the migrations of a folder in Prisma's format, up to and including the one named `last` if it is given. */
export async function readMigrations(folder = migrationsFolder, last?: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .filter((name) => last === undefined || name <= last);
  const migrationDirectories = await Promise.all(
    names.map(
      async (path): Promise<MigrationDirectory> => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: await readFile(join(folder, path, 'migration.sql'), 'utf8') },
        },
      }),
    ),
  );
  const lockfile = await readFile(join(folder, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/** Compares the database's bookkeeping table, which is Prisma's own, with a folder of migrations. */
export async function migrationStatus(
  database: Database,
  folder = migrationsFolder,
): Promise<MigrationStatus> {
  const known = (await readMigrations(folder)).migrationDirectories.map(({ path }) => path);
  const rows = await readBookkeeping(database);
  const done = rows.filter((row) => row.finished_at !== null).map((row) => row.migration_name);
  return {
    applied: known.filter((name) => done.includes(name)),
    pending: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)).sort(),
    failed: rows.filter((row) => row.finished_at === null).map((row) => row.migration_name),
  };
}

interface BookkeepingRow {
  migration_name: string;
  finished_at: Date | null;
}

async function readBookkeeping(database: Database): Promise<BookkeepingRow[]> {
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const table = `${pg.escapeIdentifier(database.schema ?? 'public')}."_prisma_migrations"`;
    const { rows: found } = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
    if (!found[0].there) return [];
    const { rows } = await client.query<BookkeepingRow>(
      `SELECT migration_name, finished_at FROM ${table} WHERE rolled_back_at IS NULL`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * Applies what is pending, each migration in a transaction of its own, and answers the names applied.
 * @param last stops after the migration of this name.
 * @throws StoreProblem DATABASE_NEWER, DATABASE_MIGRATION_FAILED.
 */
export async function applyMigrations(
  database: Database,
  folder = migrationsFolder,
  last?: string,
): Promise<string[]> {
  const status = await migrationStatus(database, folder);
  refuseUnusable(status);
  if (status.pending.length === 0) return [];
  const migrationsList = await readMigrations(folder, last);
  const pool = new pg.Pool({ ...database.connection, max: 1 });
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, schemaOption(database));
  try {
    return await withSchemaEngine(adapter, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
      return appliedMigrationNames;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new StoreProblem(
      'DATABASE_MIGRATION_FAILED',
      `The database could not be migrated (${reason}); see the table _prisma_migrations for the statement that failed.`,
      { cause: error },
    );
  } finally {
    await pool.end();
  }
}

/**
 * Makes sure that the database has the very tables that this program expects.
 * @throws StoreProblem DATABASE_NEWER, DATABASE_NOT_MIGRATED, DATABASE_MIGRATION_FAILED.
 */
export async function requireMigrated(database: Database): Promise<void> {
  const status = await migrationStatus(database);
  refuseUnusable(status);
  if (status.pending.length > 0)
    throw new StoreProblem(
      'DATABASE_NOT_MIGRATED',
      `The database lacks ${status.pending.length} migration${status.pending.length === 1 ? '' : 's'}; run \`scholion migrate\` first.`,
    );
}

export function schemaOption(database: Database): { schema?: string } {
  return database.schema === undefined ? {} : { schema: database.schema };
}

function refuseUnusable(status: MigrationStatus): void {
  const newest = status.unknown.at(-1);
  if (newest !== undefined)
    throw new StoreProblem(
      'DATABASE_NEWER',
      `The database was migrated by a newer Scholion (it has ${newest}); update Scholion to use it.`,
    );
  const failed = status.failed[0];
  if (failed !== undefined)
    throw new StoreProblem(
      'DATABASE_MIGRATION_FAILED',
      `The migration ${failed} failed on this database before; restore a backup, or mend it and mark it with \`prisma migrate resolve\`.`,
    );
}
