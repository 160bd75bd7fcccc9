import type { Principal } from '../access/principal.ts';
import { type MarksOnBlock, readMarks } from '../documents/marks.ts';
import { validIn } from '../documents/valid-in.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import { type Annotation, annotationColumns } from './annotation.ts';
import { type AnnotationFilter, filterCondition } from './filter.ts';

/** Finds the annotations to draw on the own words of any number of blocks, in one statement. */
export async function annotationMarksOf(
  statements: Statements,
  principal: Principal,
  blocks: readonly RevisionBlock[],
  filter: AnnotationFilter,
): Promise<MarksOnBlock<Annotation>[]> {
  return await readMarks<Annotation>(statements, blocks, {
    joins: Prisma.sql`JOIN annotation a ON a.id = n.annotation_id`,
    id: Prisma.sql`a.id`,
    condition: filterCondition(principal, filter, validIn(Prisma.sql`s.number`)),
    again: Prisma.sql`JOIN annotation a ON a.id = r.marked_id`,
    columns: annotationColumns,
  });
}
