import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  MigrationDirectory,
  MigrationList,
  SchemaEngine,
  SchemaFilter,
} from '@prisma/schema-engine-wasm';
import pg from 'pg';
import type { Database } from './database.ts';
import { migrationsFolder } from './paths.ts';
import { StoreProblem } from './problem.ts';

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
  const entries = await readdir(folder, { withFileTypes: true });
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

/** The key of the lock that processes which migrate one database take turns by. */
const MIGRATION_LOCK = 2_611_240_600;

/**
 * Applies what is pending and answers the names applied. Each migration is one transaction together with its line in
 * the bookkeeping table, so one that fails, or whose process dies, leaves nothing behind.
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
  const pending = status.pending.filter((name) => last === undefined || name <= last);
  if (pending.length === 0) return [];
  // All that is done here is one session's, as transactions and locks are.
  const pool = new pg.Pool({ ...database.connection, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (database.schema !== undefined)
      await pool.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(database.schema)}`);
    // Loaded here, as next to never anything is pending.
    const [{ migrationAdapter }, { withSchemaEngine }] = await Promise.all([
      import('./migration-adapter.ts'),
      import('./schema-engine.ts'),
    ]);
    return await withSchemaEngine(migrationAdapter(pool, schemaOption(database)), async (engine) => {
      const applied: string[] = [];
      for (const name of pending) applied.push(...(await applyOne(pool, engine, folder, name)));
      return applied;
    });
  } finally {
    await pool.end();
  }
}

async function applyOne(
  pool: pg.Pool,
  engine: SchemaEngine,
  folder: string,
  name: string,
): Promise<string[]> {
  const migrationsList = await readMigrations(folder, name);
  try {
    await pool.query('BEGIN');
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
    await pool.query('COMMIT');
    return appliedMigrationNames;
  } catch (error) {
    await pool.query('ROLLBACK').catch(() => undefined);
    throw new StoreProblem(
      'DATABASE_MIGRATION_FAILED',
      `The database could not be brought up to ${name} and is as it was (${reasonOf(error)}); mend what stands in the way and run \`scholion migrate\` again.`,
      { cause: error },
    );
  }
}

/**
 * Makes sure that the database has the very tables that this program expects.
 * @returns the name of its newest migration.
 * @throws StoreProblem DATABASE_NEWER, DATABASE_NOT_MIGRATED, DATABASE_MIGRATION_FAILED.
 */
export async function requireMigrated(database: Database, folder = migrationsFolder): Promise<string> {
  const status = await migrationStatus(database, folder);
  refuseUnusable(status);
  if (status.pending.length > 0)
    throw new StoreProblem(
      'DATABASE_NOT_MIGRATED',
      `The database lacks ${status.pending.length} migration${status.pending.length === 1 ? '' : 's'}; run \`scholion migrate\` first.`,
    );
  return status.applied.at(-1) ?? '';
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

/** The sentence in an error of the schema engine, which comes with a heading and a trace. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = error.message.split('\n').map((line) => line.trimEnd());
  return lines.find((line) => /^\S/.test(line) && line !== 'external connector error') ?? error.message;
}
