import { findPostgres, startCluster } from '../../tests/support/cluster.ts';
import { connect, type Run } from '../database.ts';
import { BenchmarkProblem } from '../problem.ts';
import { fillStores, type Stores, smallBeside } from './fill.ts';
import { tidy } from './tidy.ts';

export type { Stores } from './fill.ts';

/** The stores that were filled before, as they were then, or a new cluster with new ones. @throws BenchmarkProblem */
export async function openStores({ plan, started, say }: Run): Promise<Stores> {
  if (plan.databaseUrl !== null) return await reopen(plan.databaseUrl, started);
  const binaries = findPostgres();
  if (binaries === null)
    throw new BenchmarkProblem(
      'PostgreSQL is not installed here, and the benchmark starts one; install its server.',
    );
  const cluster = await startCluster(binaries);
  started.push(() => cluster.stop());
  return await fillStores(cluster.url, plan.library, say);
}

async function reopen(large: string, started: Run['started']): Promise<Stores> {
  const database = await connect(large, started);
  // What one run takes out afterwards, another would still see in its servers.
  const { rows } = await database.query<{ free: boolean }>('SELECT pg_try_advisory_lock(7, 7) AS free');
  if (rows[0]?.free !== true)
    throw new BenchmarkProblem('Another run of the benchmark uses that store; wait until it is over.');
  await tidy(database);
  started.push(() => tidy(database));
  return { large, small: smallBeside(large) };
}
