import { groupBy } from './group-by.ts';
import { Prisma } from './store/generated/client.ts';
import type { EventKind } from './store/generated/enums.ts';
import type { Statements } from './store/store.ts';

/** A page of the events of a thing and of all that were merged into it, oldest first. */
export interface MergedEventPage {
  limit: number;
  /** The id of the event to read on from. */
  after: string | null;
}

/** What is merged, and has a history. */
export interface Mergeable {
  table: Prisma.Sql;
  /** The columns of events that name it, and what it was merged into. */
  column: Prisma.Sql;
  intoColumn: Prisma.Sql;
  kinds: readonly EventKind[];
  /** What is read of an event `e`. */
  columns: Prisma.Sql;
}

/**
 * The events of a thing `w` and of all that were merged into it, and of merges into any of them, as a subselect `e`. An
 * event may be of two of them, and is there once.
 */
function eventsOfGroup({ table, column, intoColumn, kinds }: Mergeable): Prisma.Sql {
  const told = Prisma.sql`g.canonical_id = w.id AND e.kind = ANY(${[...kinds]}::event_kind[])`;
  return Prisma.sql`(
    SELECT e.* FROM ${table} g JOIN event e ON e.${column} = g.id WHERE ${told}
    UNION ALL
    SELECT e.* FROM ${table} g JOIN event e ON e.${intoColumn} = g.id WHERE ${told}
      AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE o.id = e.${column} AND o.canonical_id = w.id)) e`;
}

/** Reads the same page of the histories of things that stand for themselves, in one statement. */
export async function listMergedEvents<Event>(
  statements: Statements,
  mergeable: Mergeable,
  ids: readonly string[],
  page: MergedEventPage,
): Promise<Event[][]> {
  const { columns, column } = mergeable;
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`WHERE e.sequence > (SELECT v.sequence FROM event v WHERE v.id = ${page.after}::uuid AND v.${column} IS NOT NULL)`;
  const rows = await statements.$queryRaw<(Event & { asked: string })[]>`
    SELECT w.id AS asked, x.* FROM unnest(${ids}::uuid[]) AS w(id) CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${eventsOfGroup(mergeable)} ${after} ORDER BY e.sequence LIMIT ${page.limit}
    ) x ORDER BY x.sequence`;
  const grouped = groupBy(rows, ({ asked }) => asked);
  return ids.map((id) => grouped.get(id) ?? []);
}

/** Counts the events of things that stand for themselves, in one statement. */
export async function countMergedEvents(
  statements: Statements,
  mergeable: Mergeable,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await statements.$queryRaw<{ id: string; count: number }[]>`
    SELECT w.id, (SELECT count(*)::int FROM ${eventsOfGroup(mergeable)}) AS count
    FROM unnest(${ids}::uuid[]) AS w(id)`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
