import type pg from 'pg';
import type { RevisionText } from '../../src/text/revision-text.ts';
import type { Sides } from '../rounds.ts';
import type { Server } from '../servers.ts';

/** What questions are made from: servers that run, and the database that they all serve. */
export interface Ground {
  servers: Sides<Server>;
  database: pg.Client;
  /** The id of the agent as whom all of them act. */
  agentId: string;
  /** The latest text of a document of the store. */
  readText(slug: string): Promise<RevisionText>;
}

/** All rows of a query that answers one column, `value`. */
export async function valuesOf<Value>(
  database: pg.Client,
  query: string,
  given: unknown[] = [],
): Promise<Value[]> {
  const { rows } = await database.query<{ value: Value }>(query, given);
  return rows.map(({ value }) => value);
}

/** Some of a list, evenly from all over it. */
export function spread<Item>(items: readonly Item[], count: number): Item[] {
  return items.filter(
    (_, index) =>
      Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length),
  );
}
