import { createHash } from 'node:crypto';
import { access, constants, mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemFault } from '../../system-fault.ts';
import { StoreProblem } from '../problem.ts';

/** What the socket's name must be for PostgreSQL clients to find it by its folder: `psql -h FOLDER`. */
const SOCKET_NAME = '.s.PGSQL.5432';

/** The shortest limit on a socket's path among the supported systems (macOS), in bytes. */
const SOCKET_PATH_LIMIT = 103;

/** The places of one embedded database. */
export interface DataDirectory {
  /** Absolute, links resolved. */
  path: string;
  /** PGlite's own folder. */
  database: string;
  /** The folder that holds the socket, by a name that is short enough; what a PostgreSQL client calls the host. */
  socketFolder: string;
  socket: string;
  /** Present while the database is being made, so that one that was not finished is made anew. */
  unfinished: string;
}

/**
 * Makes the directory where it is missing and tells its places.
 * @throws StoreProblem DATA_DIRECTORY_UNUSABLE when it cannot be made or written to.
 */
export async function prepareDataDirectory(directory: string): Promise<DataDirectory> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    const path = await realpath(directory);
    const socketFolder = await socketFolderFor(path);
    return {
      path,
      database: join(path, 'postgres'),
      socketFolder,
      socket: join(socketFolder, SOCKET_NAME),
      unfinished: join(path, 'unfinished'),
    };
  } catch (error) {
    throw new StoreProblem(
      'DATA_DIRECTORY_UNUSABLE',
      `The data directory ${directory} cannot be used (${systemFault(error)}); choose another with --data or mend its permissions.`,
      { cause: error },
    );
  }
}

/**
 * A name of the directory that leaves room for the socket's: its own, or that of a link to it. The socket itself is
 * always in the directory, as it is the lock: another process may have another folder for temporary files.
 */
async function socketFolderFor(path: string): Promise<string> {
  if (Buffer.byteLength(join(path, SOCKET_NAME)) <= SOCKET_PATH_LIMIT) return path;
  const link = join(tmpdir(), `scholion-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`);
  await symlink(path, link).catch(async (error: unknown) => {
    if ((await realpath(link)) !== path) throw error;
  });
  return link;
}

/** Who is behind a socket: a listener, nobody any more, nobody ever, or someone we may not speak to. */
export async function probeSocket(path: string): Promise<'listening' | 'stale' | 'absent' | 'forbidden'> {
  return await new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve('listening');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve('absent');
      else if (error.code === 'ECONNREFUSED' || error.code === 'ENOTSOCK') resolve('stale');
      else if (error.code === 'EACCES' || error.code === 'EPERM') resolve('forbidden');
      else reject(error);
    });
  });
}

/** Runs `make`; if the process dies in it, what it left is removed at the next call and made anew. */
export async function makeOnce<Result>(place: DataDirectory, make: () => Promise<Result>): Promise<Result> {
  const exists = await access(place.database).then(
    () => true,
    () => false,
  );
  const unfinished = await access(place.unfinished).then(
    () => true,
    () => false,
  );
  if (exists && !unfinished) return await make();
  await writeFile(place.unfinished, '');
  await rm(place.database, { recursive: true, force: true });
  const result = await make();
  await rm(place.unfinished);
  return result;
}
