import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { lock } from 'proper-lockfile';
import type { Database, Prepare } from '../database.ts';
import { optimizeLate } from '../optimize-late.ts';
import { StoreProblem } from '../problem.ts';
import { type DataDirectory, makeOnce, prepareDataDirectory, probeSocket } from './data-directory.ts';
import { EmbeddedSocketServer } from './socket-server.ts';

/**
 * After this many milliseconds without a sign of life, a process that was opening the directory counts as dead. Making
 * a database blocks a process for seconds, on a slow machine for many.
 */
const OPENING_STALE_AFTER = 20_000;

/** How long, in milliseconds, another process may take to answer on the socket. */
const ANSWER_LIMIT = 5_000;

/** How long, in milliseconds, an owner that is about to close waits for those who share its database. */
const GUEST_LIMIT = 10_000;

/**
 * How much memory the database keeps pages in. It clears all of it when it starts, which at PostgreSQL's own 128 MB takes
 * a fourth of the time of starting; pages that it does not keep are in the memory of the operating system.
 */
const SHARED_BUFFERS = '32MB';

/** A database, and how to close it while its directory is held as being opened. */
interface Opened {
  database: Database;
  abandon: () => Promise<void>;
}

/**
 * Opens the database embedded in a data directory, or joins the process that has it open: two processes must never
 * open one PGlite folder, so the socket doubles as the lock.
 * @throws StoreProblem DATA_DIRECTORY_UNUSABLE or DATA_DIRECTORY_HELD, or what `prepare` throws.
 */
export async function openEmbedded(directory: string, prepare: Prepare): Promise<Database> {
  optimizeLate();
  const place = await prepareDataDirectory(directory);
  const release = await holdOpening(place);
  try {
    const state = await probeSocket(place.socket);
    if (state === 'forbidden') throw held(place, 'belongs to a process of another user');
    if (state === 'stale') await rm(place.socket);
    const { database, abandon } = state === 'listening' ? await joinOwner(place) : await own(place);
    await prepare(database).catch(async (error: unknown) => {
      await abandon();
      throw error;
    });
    return database;
  } finally {
    await release();
  }
}

async function holdOpening(place: DataDirectory): Promise<() => Promise<void>> {
  try {
    return await lock(place.path, {
      lockfilePath: join(place.path, 'opening.lock'),
      stale: OPENING_STALE_AFTER,
      retries: { retries: 300, factor: 1, minTimeout: 100, maxTimeout: 100 },
    });
  } catch (error) {
    throw held(place, 'is being opened by another process', error);
  }
}

async function joinOwner(place: DataDirectory): Promise<Opened> {
  const client = new pg.Client({ ...connection(place), connectionTimeoutMillis: ANSWER_LIMIT });
  client.on('error', () => undefined);
  const leave = (): Promise<void> => client.end().catch(() => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    await leave();
    throw held(place, 'is held by a process that does not answer as a database', error);
  }
  // The connection stays open to tell the owner that it is not alone.
  const database: Database = {
    kind: 'embedded',
    connection: connection(place),
    shared: true,
    prepares: false,
    close: leave,
  };
  return { database, abandon: leave };
}

async function own(place: DataDirectory): Promise<Opened> {
  const pglite = await makeOnce(place, () => start(place));
  const server = new EmbeddedSocketServer(pglite);
  await server.listen(place.socket);
  const abandon = async (): Promise<void> => {
    await server.close();
    await pglite.close();
  };
  const close = async (): Promise<void> => {
    const release = await holdAlone(place, server);
    await abandon();
    await release();
  };
  let closed: Promise<void> | undefined;
  const database: Database = {
    kind: 'embedded',
    connection: connection(place),
    shared: false,
    prepares: false,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
  return { database, abandon };
}

/**
 * Lets those who share the database finish, while newcomers wait: they must not join one who leaves, and as soon as the
 * socket is gone they would take the database for closed.
 */
async function holdAlone(place: DataDirectory, server: EmbeddedSocketServer): Promise<() => Promise<void>> {
  const release = await holdOpening(place).catch(() => async () => undefined);
  const deadline = Date.now() + GUEST_LIMIT;
  while (server.isInUse && Date.now() < deadline) await setTimeout(20);
  return release;
}

async function start(place: DataDirectory): Promise<PGlite> {
  // Loaded here, as one who joins another process's database needs none of it.
  const [{ PGlite }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ]);
  try {
    return await PGlite.create(place.database, {
      extensions: { pg_trgm },
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreProblem(
      'DATA_DIRECTORY_UNUSABLE',
      `The database in ${place.database} cannot be opened (${reason}); restore a backup into another --data directory.`,
      { cause: error },
    );
  }
}

function connection(place: DataDirectory): pg.PoolConfig {
  return { host: place.socketFolder, port: 5432, user: 'postgres', database: 'postgres' };
}

function held(place: DataDirectory, how: string, cause?: unknown): StoreProblem {
  return new StoreProblem(
    'DATA_DIRECTORY_HELD',
    `The data directory ${place.path} ${how}; stop that process or choose another directory with --data.`,
    { cause },
  );
}
