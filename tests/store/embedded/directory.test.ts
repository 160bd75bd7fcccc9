import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import { copyFolder } from '../../support/copy-folder.ts';
import { start } from '../../support/processes.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { createDatabase, type OwnDatabase } from '../../support/test-database.ts';

async function ownDirectory(): Promise<string> {
  const { location, remove } = await createDatabase();
  onTestFinished(remove);
  return location.kind === 'embedded' ? location.directory : '';
}

async function open(directory: string): Promise<Store> {
  const store = await openStore({ kind: 'embedded', directory });
  onTestFinished(() => store.close());
  return store;
}

async function addAgent(store: Store, key: string): Promise<number> {
  await store.prisma.agent.create({ data: { key, kind: 'PERSON', name: key } });
  return await store.prisma.agent.count();
}

async function listen(path: string, answer: (socket: Socket) => void): Promise<Server> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    answer(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return server;
}

/** The directory that is locked from the first test of this file to the last, and what becomes of opening it. */
let locked: OwnDatabase;
let refused: Promise<unknown>;

// Giving up takes half a minute, in which the other tests run.
beforeAll(async () => {
  locked = await createDatabase();
  const directory = locked.location.kind === 'embedded' ? locked.location.directory : '';
  // A lock that is renewed in this process would go stale while the tests start databases, which blocks it.
  const opening = join(directory, 'opening.lock');
  const later = new Date(Date.now() + 3_600_000);
  await mkdir(opening);
  await utimes(opening, later, later);
  refused = openStore(locked.location).then(
    (store) => store.close(),
    (error: unknown) => error,
  );
});

afterAll(() => locked.remove());

describe('a data directory', () => {
  it('is made where there is none, for its owner only, and keeps what was written', async () => {
    const directory = join(await temporaryFolder(), 'not', 'yet', 'there');
    const first = await openStore({ kind: 'embedded', directory });
    expect(await addAgent(first, 'one')).toBe(1);
    await first.close();
    expect((await stat(directory)).mode & 0o077).toBe(0);
    expect(await addAgent(await open(directory), 'two')).toBe(2);
  });

  it('may have spaces, letters of any script, and a path too long for a socket', async () => {
    const template = await ownDirectory();
    const long = join(await temporaryFolder(), 'мои тексты & "заметки"', 'länger '.repeat(20));
    await mkdir(long, { recursive: true });
    await copyFolder(template, long);
    const first = await open(long);
    const second = await open(long);
    expect([first.database.shared, second.database.shared]).toEqual([false, true]);
    expect(await addAgent(first, 'one')).toBe(1);
    expect(await addAgent(second, 'two')).toBe(2);
  });

  it('with a long path is shared by processes that keep their temporary files elsewhere', async () => {
    const template = await ownDirectory();
    const long = join(await temporaryFolder(), 'a'.repeat(120));
    await mkdir(long);
    await copyFolder(template, long);
    const store = await open(long);
    await store.prisma.document.create({
      data: { slug: 'seen', title: 'Seen', language: 'en', latestRevision: 1 },
    });
    const other = start('dist/scholion.js', ['list', '--data', long], { TMPDIR: await temporaryFolder() });
    expect(await other.end()).toEqual({ code: 0, out: 'seen\t@1\ten\tSeen\n', err: '' });
  });

  it('is made by one of several processes that start at once, and used by all', async () => {
    const directory = join(await temporaryFolder(), 'data');
    const started = Array.from({ length: 3 }, () =>
      start('dist/scholion.js', ['migrate', '--data', directory]),
    );
    const ends = await Promise.all(started.map((process) => process.end()));
    expect(ends.map(({ code, err }) => ({ code, err }))).toEqual(Array(3).fill({ code: 0, err: '' }));
  });

  it('is closed only when those who share it are done, and opened anew only after that', async () => {
    const directory = await ownDirectory();
    const owner = await openStore({ kind: 'embedded', directory });
    const guest = await openStore({ kind: 'embedded', directory });
    const closing = owner.close();
    expect(await addAgent(guest, 'one')).toBe(1);
    await guest.close();
    const next = await open(directory);
    await closing;
    expect(await addAgent(next, 'two')).toBe(2);
  });

  it('opens though its last owner left a socket behind', async () => {
    const directory = await ownDirectory();
    const served = start('dist/scholion.js', ['serve', '--data', directory, '--port', '0']);
    await served.says(/is ready/);
    served.kill('SIGKILL');
    await served.end();
    expect(await readdir(directory)).toContain('.s.PGSQL.5432');
    expect((await open(directory)).database.shared).toBe(false);
  });

  it('opens though a file lies where its socket belongs', async () => {
    const directory = await ownDirectory();
    await writeFile(join(directory, '.s.PGSQL.5432'), '');
    expect((await open(directory)).database.shared).toBe(false);
  });

  it('is left alone when what listens on its socket hangs up or says something else than a database', async () => {
    const answers = [
      (socket: Socket) => socket.end(),
      (socket: Socket) => socket.end('HTTP/1.1 400\r\n\r\n'),
    ];
    for (const answer of answers) {
      const directory = await ownDirectory();
      await listen(join(directory, '.s.PGSQL.5432'), answer);
      await expect(open(directory)).rejects.toMatchObject({
        code: 'DATA_DIRECTORY_HELD',
        message: `The data directory ${directory} is held by a process that does not answer as a database; stop that process or choose another directory with --data.`,
      });
    }
  });

  it('is left alone when what listens on its socket never answers', async () => {
    const directory = await ownDirectory();
    await listen(join(directory, '.s.PGSQL.5432'), () => undefined);
    await expect(open(directory)).rejects.toMatchObject({ code: 'DATA_DIRECTORY_HELD' });
  });

  it('is waited for while another process opens it', async () => {
    const directory = await ownDirectory();
    const release = await lock(directory, { lockfilePath: join(directory, 'opening.lock') });
    const opened = open(directory);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await readdir(directory)).not.toContain('.s.PGSQL.5432');
    await release();
    expect((await opened).database.shared).toBe(false);
  });

  it('is refused where there is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, 'Nothing to do with it.');
    for (const directory of [file, join(file, 'below')])
      await expect(open(directory)).rejects.toMatchObject({ code: 'DATA_DIRECTORY_UNUSABLE' });
    await expect(open(file)).rejects.toThrow(
      `The data directory ${file} cannot be used (a file is in its place); choose another with --data or mend its permissions.`,
    );
  });

  it('is refused in one sentence when its database is damaged', async () => {
    const directory = await ownDirectory();
    await rm(join(directory, 'postgres', 'global'), { recursive: true });
    const failed = open(directory);
    await expect(failed).rejects.toMatchObject({ code: 'DATA_DIRECTORY_UNUSABLE' });
    await expect(failed).rejects.toThrow(
      /^The database in \S+ cannot be opened \([^\n]+\); restore [^\n]+\.$/,
    );
  });

  it('is refused when another process never ends opening it', async () => {
    const directory = locked.location.kind === 'embedded' ? locked.location.directory : '';
    expect(await refused).toMatchObject({
      code: 'DATA_DIRECTORY_HELD',
      message: `The data directory ${directory} is being opened by another process; stop that process or choose another directory with --data.`,
    });
  });
});
