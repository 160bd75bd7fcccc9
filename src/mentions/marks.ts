import { type MarksOnBlock, readMarks } from '../documents/marks.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import { filterCondition, type MentionFilter } from './filter.ts';
import { type Mention, mentionColumns } from './mention.ts';

/** Finds the mentions to draw on the own words of any number of blocks, in one statement. */
export async function mentionMarksOf(
  statements: Statements,
  blocks: readonly RevisionBlock[],
  filter: MentionFilter,
): Promise<MarksOnBlock<Mention>[]> {
  return await readMarks<Mention>(statements, blocks, {
    joins: Prisma.sql`JOIN mention m ON m.id = n.mention_id JOIN entity e ON e.id = m.entity_id`,
    id: Prisma.sql`m.id`,
    condition: filterCondition(filter),
    again: Prisma.sql`JOIN mention m ON m.id = r.marked_id JOIN entity e ON e.id = m.entity_id`,
    columns: mentionColumns,
  });
}
