import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type pg from 'pg';

/** Where figures were taken, as lines of a Markdown list. */
export async function describeMachine(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ version: string; fsync: string; buffers: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
      current_setting('fsync') AS fsync, current_setting('shared_buffers') AS buffers`,
  );
  const [postgres] = rows;
  const processors = cpus();
  return [
    `Processor: ${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores`,
    `Memory: ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Operating system: ${type()} ${release().split('-')[0]}`,
    `Node: ${process.version}, NODE_ENV ${process.env.NODE_ENV ?? 'not set'}`,
    `PostgreSQL: ${postgres?.version}, its own defaults (shared_buffers ${postgres?.buffers}) with fsync ${postgres?.fsync}`,
    `Load average of the last minute when it began: ${loadavg()[0]?.toFixed(2)}`,
  ];
}
