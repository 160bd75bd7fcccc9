import pg from 'pg';
import type { Database } from '../../src/store/database.ts';

/** A connection to a database beside the store's own, closed when the task is done. */
export async function withClient<Result>(
  database: Pick<Database, 'connection'>,
  task: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
