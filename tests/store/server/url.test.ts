import { beforeAll, describe, expect, inject, it } from 'vitest';
import { importSample } from '../../../src/cli/sample.ts';
import { openScholion } from '../../../src/scholion.ts';
import { backup } from '../../../src/store/backup.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { restore } from '../../../src/store/restore.ts';
import { openStore } from '../../../src/store/store.ts';
import { withClient } from '../../support/clients.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { administer, createDatabase } from '../../support/test-database.ts';

const database = inject('database');
const admin = database.kind === 'server' ? database.admin : '';

function change(
  changes: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'search'>>,
  url = admin,
): string {
  return Object.assign(new URL(url), changes).href;
}

describe('a URL of a server that is there', () => {
  beforeAll(() => administer(admin, `CREATE USER guarded PASSWORD 'right'`));

  it.each([
    [
      'with a wrong password',
      { username: 'guarded', password: 'wrong' },
      'password authentication failed for user "guarded"',
    ],
    ['with an unknown user', { username: 'nobody' }, 'role "nobody" does not exist'],
  ])('%s is refused in one sentence', async (_what, changes, reason) => {
    await expect(openDatabase({ kind: 'server', url: change(changes) })).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: `The database at DATABASE_URL cannot be reached (${reason}); check that the server runs and that DATABASE_URL reads like postgresql://user:password@host:5432/name.`,
    });
  });

  it('with an unknown database says to create it', async () => {
    await expect(
      openDatabase({ kind: 'server', url: change({ pathname: '/no_such' }) }),
    ).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message:
        'The server at DATABASE_URL answers, but says: database "no_such" does not exist; create it, for instance with createdb, or name another.',
    });
  });

  it('with the right password is opened', async () => {
    const opened = await openDatabase({
      kind: 'server',
      url: change({ username: 'guarded', password: 'right' }),
    });
    expect(opened.kind).toBe('server');
  });
});

describe('a database with tables of others', () => {
  it('holds a store in a schema of its own, which is backed up from there and restored into another', async () => {
    const own = await createDatabase('bare');
    const url = own.location.kind === 'server' ? own.location.url : '';
    await administer(url, 'CREATE TABLE document (theirs text)');
    await administer(url, 'CREATE TABLE _prisma_migrations (theirs text)');
    const location = (schema: string) => ({
      kind: 'server' as const,
      url: change({ search: `?schema=${schema}` }, url),
    });
    const first = await openScholion(location('Texts one'), { migrate: true });
    await importSample(first);
    const file = `${await temporaryFolder()}/backup.gz`;
    await backup(first.store.database, file);
    await first.close();
    await restore(location('two'), file);
    const second = await openStore(location('two'));
    expect(await second.prisma.document.findMany({ select: { slug: true } })).toEqual([
      { slug: 'secret-speech' },
    ]);
    const { rows } = await withClient(second.database, (client) =>
      client.query(
        `SELECT table_schema FROM information_schema.tables WHERE table_name = 'document' ORDER BY 1`,
      ),
    );
    expect(rows.map((row) => row.table_schema)).toEqual(['Texts one', 'public', 'two']);
    await second.close();
    await own.remove();
  });
});
