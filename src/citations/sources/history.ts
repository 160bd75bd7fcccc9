import {
  countMergedEvents,
  listMergedEvents,
  type Mergeable,
  type MergedEventPage,
} from '../../merged-history.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import { type SourceEvent, sourceEventColumns, sourceEventKinds } from './events.ts';

const sources: Mergeable = {
  table: Prisma.sql`source`,
  column: Prisma.sql`source_id`,
  intoColumn: Prisma.sql`into_source_id`,
  kinds: sourceEventKinds,
  columns: sourceEventColumns,
};

/** Reads the same page of the histories of sources that stand for themselves, in one statement. */
export async function listSourceEvents(
  statements: Statements,
  ids: readonly string[],
  page: MergedEventPage,
): Promise<SourceEvent[][]> {
  return await listMergedEvents<SourceEvent>(statements, sources, ids, page);
}

/** Counts the events of sources that stand for themselves, in one statement. */
export async function countSourceEvents(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, number>> {
  return await countMergedEvents(statements, sources, ids);
}
