import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Plan } from './options.ts';
import { familySecondsOf } from './process-figures.ts';

/** Something that was started, and how to stop it. */
export type Stop = () => Promise<unknown>;

/** What all parts of one run share. */
export interface Run {
  plan: Plan;
  /** Stopped at the end, the last first. */
  started: Stop[];
  say: (line: string) => void;
}

export async function connect(url: string, started: Stop[]): Promise<pg.Client> {
  const database = new pg.Client(url);
  await database.connect();
  started.push(() => database.end());
  return database;
}

/** The processor time of all processes of a database server on this machine so far, in seconds. */
export async function watchDatabase(database: pg.Client): Promise<() => Promise<number>> {
  const { rows } = await database.query<{ file: string }>(
    "SELECT current_setting('data_directory') || '/postmaster.pid' AS file",
  );
  const id = Number((await readFile(rows[0]?.file ?? '', 'utf8')).split('\n')[0]);
  return () => familySecondsOf(id);
}
