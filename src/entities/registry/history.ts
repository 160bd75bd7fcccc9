import {
  countMergedEvents,
  listMergedEvents,
  type Mergeable,
  type MergedEventPage,
} from '../../merged-history.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import { type EntityEvent, entityEventColumns, entityEventKinds } from './events.ts';

const entities: Mergeable = {
  table: Prisma.sql`entity`,
  column: Prisma.sql`entity_id`,
  intoColumn: Prisma.sql`into_entity_id`,
  kinds: entityEventKinds,
  columns: entityEventColumns,
};

/** Reads the same page of the histories of entities that stand for themselves, in one statement. */
export async function listEntityEvents(
  statements: Statements,
  ids: readonly string[],
  page: MergedEventPage,
): Promise<EntityEvent[][]> {
  return await listMergedEvents<EntityEvent>(statements, entities, ids, page);
}

/** Counts the events of entities that stand for themselves, in one statement. */
export async function countEntityEvents(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, number>> {
  return await countMergedEvents(statements, entities, ids);
}
