import { type MarksOnBlock, readMarks } from '../documents/marks.ts';
import { validIn } from '../documents/valid-in.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import type { Citation } from './citation.ts';
import { type CitationFilter, filterCondition } from './filter.ts';
import { citationColumns } from './read.ts';

/** A citation, with the ordinal of the anchor that lies on the words: CITING or QUOTED. */
export type CitationMark = Citation & { part: number };

/**
 * Finds the citations to draw on the own words of any number of blocks, in one statement: on the words that cite, and on
 * those that are quoted.
 */
export async function citationMarksOf(
  statements: Statements,
  blocks: readonly RevisionBlock[],
  filter: CitationFilter,
): Promise<MarksOnBlock<CitationMark>[]> {
  return await readMarks<CitationMark>(statements, blocks, {
    joins: Prisma.sql`JOIN citation c ON c.id = n.citation_id JOIN source w ON w.id = c.source_id`,
    id: Prisma.sql`n.id`,
    condition: filterCondition(filter, validIn(Prisma.sql`s.number`)),
    again: Prisma.sql`JOIN anchor n ON n.id = r.marked_id JOIN citation c ON c.id = n.citation_id JOIN source w ON w.id = c.source_id`,
    columns: Prisma.sql`${citationColumns}, n.ordinal AS part`,
  });
}
