import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { applyMigrations, migrationStatus, readMigrations } from '../../src/store/migrations.ts';
import { migrationsFolder } from '../../src/store/paths.ts';
import { openStore } from '../../src/store/store.ts';
import { withClient } from '../support/clients.ts';
import { lacksMigrations, laterMigrations } from '../support/migrations.ts';
import { createDatabase, type OwnDatabase } from '../support/test-database.ts';

const SEMICOLONS = `CREATE TABLE later (word text DEFAULT 'a;b');
CREATE FUNCTION later_word() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN ';'; END; $$;
INSERT INTO later VALUES (later_word()), (DEFAULT);`;

let own: OwnDatabase;
let database: Database;

beforeEach(async () => {
  own = await createDatabase();
  database = await openDatabase(own.location);
});

afterEach(async () => {
  await database.close();
  await own.remove();
});

const query = (sql: string, values: unknown[] = []) =>
  withClient(database, async (client) => (await client.query(sql, values)).rows);

/** What is in the database beyond the tables of this version: nothing half-made may be. */
const leftovers = () =>
  query(`SELECT relname FROM pg_class WHERE relname LIKE 'later%' AND relnamespace = 'public'::regnamespace`);

describe('migrations', () => {
  it('are kept in the table that Prisma keeps them in, as Prisma does', async () => {
    const names = (await readMigrations()).migrationDirectories.map(({ path }) => path);
    const rows = await query('SELECT * FROM _prisma_migrations ORDER BY migration_name');
    const checksums = await Promise.all(
      names.map(async (name) =>
        createHash('sha256')
          .update(await readFile(join(migrationsFolder, name, 'migration.sql')))
          .digest('hex'),
      ),
    );
    expect(rows).toEqual(
      names.map((migration_name, index) => ({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: checksums[index],
        migration_name,
        started_at: expect.any(Date),
        finished_at: expect.any(Date),
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
      })),
    );
  });

  it('that are applied already are not applied again', async () => {
    expect(await applyMigrations(database)).toEqual([]);
  });

  it('keep scripts whole that have semicolons in strings and functions', async () => {
    const folder = await laterMigrations({ '29991231000000_semicolons': SEMICOLONS });
    expect(await applyMigrations(database, folder)).toEqual(['29991231000000_semicolons']);
    expect(await query('SELECT word FROM later ORDER BY word')).toEqual([{ word: ';' }, { word: 'a;b' }]);
  });

  it('leave nothing behind when one fails, and go through once it is mended', async () => {
    const good = { '29991231000000_good': 'CREATE TABLE later_good (id int);' };
    const bad = { '29991231000001_bad': `${SEMICOLONS} SELECT no_such_column;` };
    const folder = await laterMigrations({ ...good, ...bad });
    await expect(applyMigrations(database, folder)).rejects.toMatchObject({
      code: 'DATABASE_MIGRATION_FAILED',
      message: expect.stringMatching(
        /^The database could not be brought up to 29991231000001_bad and is as it was \([^\n]*no_such_column[^\n]*\); mend what stands in the way and run `scholion migrate` again\.$/,
      ),
    });
    expect(await leftovers()).toEqual([{ relname: 'later_good' }]);
    expect(await migrationStatus(database, folder)).toMatchObject({
      pending: ['29991231000001_bad'],
      failed: [],
    });
    await rm(join(folder, '29991231000001_bad'), { recursive: true });
    const mended = await laterMigrations({ ...good, '29991231000001_bad': SEMICOLONS });
    expect(await applyMigrations(database, mended)).toEqual(['29991231000001_bad']);
  });

  it('are applied once when two do it at once', async () => {
    const folder = await laterMigrations({
      '29991231000000_slow': 'CREATE TABLE later (id int); SELECT pg_sleep(0.3);',
      '29991231000001_next': 'CREATE TABLE later_too (id int);',
    });
    const other = await openDatabase(own.location);
    const applied = await Promise.all([applyMigrations(database, folder), applyMigrations(other, folder)]);
    await other.close();
    expect(applied.flat().sort()).toEqual(['29991231000000_slow', '29991231000001_next']);
  });
});

describe('a database that does not fit the program', () => {
  const opening = async () => {
    await database.close();
    try {
      const store = await openStore(own.location);
      await store.close();
    } finally {
      database = await openDatabase(own.location);
    }
  };

  it('is refused when it is newer', async () => {
    await query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('1', '', '29991231000000_later', now(), 1)`,
    );
    const message =
      'The database was migrated by a newer Scholion (it has 29991231000000_later); update Scholion to use it.';
    await expect(applyMigrations(database)).rejects.toMatchObject({ code: 'DATABASE_NEWER', message });
    await expect(opening()).rejects.toMatchObject({ code: 'DATABASE_NEWER', message });
  });

  it('is refused when Prisma left a failed migration in it', async () => {
    await query(`UPDATE _prisma_migrations SET finished_at = NULL, logs = 'ERROR: syntax error'`);
    await expect(opening()).rejects.toMatchObject({
      code: 'DATABASE_MIGRATION_FAILED',
      message: expect.stringMatching(/^The migration \S+ failed on this database before; [^\n]+\.$/),
    });
  });

  it('is migrated when embedded, and refused on a server until it is migrated', async () => {
    await query('DROP SCHEMA public CASCADE');
    await query('CREATE SCHEMA public');
    if (database.kind === 'embedded') await expect(opening()).resolves.toBeUndefined();
    else
      await expect(opening()).rejects.toMatchObject({
        code: 'DATABASE_NOT_MIGRATED',
        message: await lacksMigrations(),
      });
    await applyMigrations(database);
    expect(await query('SELECT * FROM document')).toEqual([]);
  });
});
