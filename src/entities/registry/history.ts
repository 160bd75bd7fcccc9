import { groupBy } from '../../group-by.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import { type EntityEvent, entityEventColumns, entityEventKinds } from './events.ts';

/** A page of an entity's events, oldest first. */
export interface EntityEventPage {
  limit: number;
  /** The id of the event to read on from. */
  after: string | null;
}

/**
 * The events of an entity `w` and of all that were merged into it, and of merges into any of them, as a subselect `e`.
 * An event may be of two of them, and is there once.
 */
const eventsOfGroup = Prisma.sql`(
  SELECT e.* FROM entity g JOIN event e ON e.entity_id = g.id
  WHERE g.canonical_id = w.id AND e.kind = ANY(${[...entityEventKinds]}::event_kind[])
  UNION ALL
  SELECT e.* FROM entity g JOIN event e ON e.into_entity_id = g.id
  WHERE g.canonical_id = w.id AND e.kind = ANY(${[...entityEventKinds]}::event_kind[])
    AND NOT EXISTS (SELECT 1 FROM entity o WHERE o.id = e.entity_id AND o.canonical_id = w.id)) e`;

/** Reads the same page of the histories of entities that stand for themselves, in one statement. */
export async function listEntityEvents(
  statements: Statements,
  entityIds: readonly string[],
  page: EntityEventPage,
): Promise<EntityEvent[][]> {
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`WHERE e.sequence > (SELECT sequence FROM event WHERE id = ${page.after}::uuid AND entity_id IS NOT NULL)`;
  const rows = await statements.$queryRaw<({ key: string } & EntityEvent)[]>`
    SELECT w.id AS key, x.* FROM unnest(${entityIds}::uuid[]) AS w(id) CROSS JOIN LATERAL (
      SELECT ${entityEventColumns} FROM ${eventsOfGroup} ${after} ORDER BY e.sequence LIMIT ${page.limit}
    ) x ORDER BY x.sequence`;
  const grouped = groupBy(rows, (row) => row.key);
  return entityIds.map((id) => (grouped.get(id) ?? []).map(({ key: _key, ...event }) => event));
}

/** Counts the events of entities that stand for themselves, in one statement. */
export async function countEntityEvents(
  statements: Statements,
  entityIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await statements.$queryRaw<{ id: string; count: number }[]>`
    SELECT w.id, (SELECT count(*)::int FROM ${eventsOfGroup}) AS count
    FROM unnest(${entityIds}::uuid[]) AS w(id)`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
