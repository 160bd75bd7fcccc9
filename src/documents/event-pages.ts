import { groupBy } from '../group-by.ts';
import { type Event, Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';

/** A page of a thing's events, oldest first. */
export interface EventPage {
  limit: number;
  /** The id of the event to read on from. */
  after: string | null;
}

/** The columns of the table `event`, under the alias `e`, that tell of what belongs to a document. */
export const eventColumns = Prisma.sql`e.id, e.sequence, e.kind, e.occurred_at AS "occurredAt", e.agent_id AS "agentId",
  e.document_id AS "documentId", e.revision_id AS "revisionId", e.annotation_id AS "annotationId",
  e.citation_id AS "citationId", e.state`;

/** What has a history. */
export interface Historied {
  /** Its table, under the alias `a`, and the column of events that names it. */
  table: Prisma.Sql;
  column: Prisma.Sql;
  /** Which of its events `e` are seen. */
  condition: Prisma.Sql;
}

/** Reads the same page of the histories of things that were read before, in one statement. */
export async function readEventPages(
  statements: Statements,
  { table, column, condition }: Historied,
  ids: readonly string[],
  page: EventPage,
): Promise<Event[][]> {
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND e.sequence > (SELECT v.sequence FROM event v WHERE v.id = ${page.after}::uuid AND v.${column} = a.id)`;
  const rows = await statements.$queryRaw<(Event & { key: string })[]>`
    SELECT a.id AS key, x.* FROM ${table} a CROSS JOIN LATERAL (
      SELECT ${eventColumns} FROM event e WHERE e.${column} = a.id AND ${condition} ${after}
      ORDER BY e.sequence LIMIT ${page.limit}
    ) x WHERE a.id = ANY(${ids}::uuid[]) ORDER BY x.sequence`;
  const grouped = groupBy(rows, (row) => row.key);
  return ids.map((id) => (grouped.get(id) ?? []).map(({ key: _key, ...event }) => event));
}

/** Counts the events of things that were read before, in one statement. */
export async function countEventsOf(
  statements: Statements,
  { table, column, condition }: Historied,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await statements.$queryRaw<{ id: string; count: number }[]>`
    SELECT a.id, count(*)::int AS count FROM ${table} a JOIN event e ON e.${column} = a.id
    WHERE a.id = ANY(${ids}::uuid[]) AND ${condition} GROUP BY a.id`;
  return new Map(rows.map((row) => [row.id, row.count]));
}
