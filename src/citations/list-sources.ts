import { standingCitation } from '../access/visibility.ts';
import { AFTER_BLOCKS } from '../place-cursor.ts';
import type { Statements } from '../store/store.ts';
import { offsetNow, ordinalNow, placedNow } from './place-now.ts';

/** The sources that a text cites, in the order of their first citations. */
export interface CitedSources {
  /** Of sources that stand for themselves. */
  sourceIds: string[];
  /** How many more there are. */
  omitted: number;
}

/**
 * Reads which sources a document's latest text cites: one statement. What is cited by words that are gone is not among
 * them.
 * @param limit how many to answer at most.
 */
export async function sourcesCitedIn(
  statements: Statements,
  documentId: string,
  limit: number,
): Promise<CitedSources> {
  const rows = await statements.$queryRaw<{ id: string; total: number }[]>`
    SELECT w.canonical_id AS id, count(*) OVER ()::int AS total
    FROM document t
      JOIN revision r ON r.document_id = t.id AND r.number = t.latest_revision
      JOIN citation c ON c.document_id = t.id
      JOIN source w ON w.id = c.source_id
      ${placedNow}
    WHERE t.id = ${documentId}::uuid AND ${standingCitation} AND ${ordinalNow} < ${AFTER_BLOCKS}
    GROUP BY w.canonical_id
    ORDER BY min(ARRAY[${ordinalNow}, ${offsetNow}]), w.canonical_id LIMIT ${limit}`;
  const total = rows[0]?.total ?? 0;
  return { sourceIds: rows.map(({ id }) => id), omitted: total - rows.length };
}
