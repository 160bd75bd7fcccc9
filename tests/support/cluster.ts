import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One that knows the letters of all scripts, whatever the environment of the tests says. */
const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** A throwaway PostgreSQL server of its own on this machine. */
export interface Cluster {
  /** The connection URL of one of its databases; it need not exist yet. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** The newest installed folder of PostgreSQL's server programs, or null. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
  );
}

/** Makes and starts a cluster in a temporary folder; it listens on loopback, on a free port, and trusts everybody but the user `guarded`. */
export async function startCluster(binaries: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'scholion-cluster-'));
  const owner = process.getuid?.() === 0 ? unprivilegedUser() : null;
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  await chmod(folder, 0o700);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = { ...owner, cwd: folder };
  await run(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', `--locale=${LOCALE}`, '--no-sync'],
    options,
  );
  const access = join(data, 'pg_hba.conf');
  await writeFile(access, `host all guarded 127.0.0.1/32 scram-sha-256\n${await readFile(access, 'utf8')}`);
  const settings = `-p ${port} -k ${folder} -h 127.0.0.1 -c max_connections=200 -c fsync=off`;
  await run(
    join(binaries, 'pg_ctl'),
    ['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start'],
    options,
  );
  return {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await run(join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], options);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user on this machine; the next one will do.
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is no user postgres or nobody to run it as');
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No port')),
      );
    });
  });
}
