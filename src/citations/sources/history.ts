import { groupBy } from '../../group-by.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import { type SourceEvent, sourceEventColumns, sourceEventKinds } from './events.ts';

/** A page of a source's events, oldest first. */
export interface SourceEventPage {
  limit: number;
  /** The id of the event to read on from. */
  after: string | null;
}

/**
 * The events of a source `w` and of all that were merged into it, and of merges into any of them, as a subselect `e`. An
 * event may be of two of them, and is there once.
 */
const eventsOfGroup = Prisma.sql`(
  SELECT e.* FROM source g JOIN event e ON e.source_id = g.id
  WHERE g.canonical_id = w.id AND e.kind = ANY(${[...sourceEventKinds]}::event_kind[])
  UNION ALL
  SELECT e.* FROM source g JOIN event e ON e.into_source_id = g.id
  WHERE g.canonical_id = w.id AND e.kind = ANY(${[...sourceEventKinds]}::event_kind[])
    AND NOT EXISTS (SELECT 1 FROM source o WHERE o.id = e.source_id AND o.canonical_id = w.id)) e`;

/** Reads the same page of the histories of sources that stand for themselves, in one statement. */
export async function listSourceEvents(
  statements: Statements,
  sourceIds: readonly string[],
  page: SourceEventPage,
): Promise<SourceEvent[][]> {
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`WHERE e.sequence > (SELECT sequence FROM event WHERE id = ${page.after}::uuid AND source_id IS NOT NULL)`;
  const rows = await statements.$queryRaw<({ asked: string } & SourceEvent)[]>`
    SELECT w.id AS asked, x.* FROM unnest(${sourceIds}::uuid[]) AS w(id) CROSS JOIN LATERAL (
      SELECT ${sourceEventColumns} FROM ${eventsOfGroup} ${after} ORDER BY e.sequence LIMIT ${page.limit}
    ) x ORDER BY x.sequence`;
  const grouped = groupBy(rows, ({ asked }) => asked);
  return sourceIds.map((id) => (grouped.get(id) ?? []).map(({ asked: _asked, ...event }) => event));
}

/** Counts the events of sources that stand for themselves, in one statement. */
export async function countSourceEvents(
  statements: Statements,
  sourceIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await statements.$queryRaw<{ id: string; count: number }[]>`
    SELECT w.id, (SELECT count(*)::int FROM ${eventsOfGroup}) AS count
    FROM unnest(${sourceIds}::uuid[]) AS w(id)`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
