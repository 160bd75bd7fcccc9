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
 * Reads which sources the latest texts of documents cite: one statement. What is cited by words that are gone is not among
 * them.
 * @param limit how many to answer of each document at most.
 * @returns by the ids of the documents, all of them.
 */
export async function sourcesCitedIn(
  statements: Statements,
  documentIds: readonly string[],
  limit: number,
): Promise<Map<string, CitedSources>> {
  const rows = await statements.$queryRaw<{ documentId: string; id: string; total: number }[]>`
    SELECT d.id AS "documentId", x.id, x.total FROM unnest(${documentIds}::uuid[]) AS d(id) CROSS JOIN LATERAL (
      SELECT w.canonical_id AS id, count(*) OVER ()::int AS total, min(ARRAY[${ordinalNow}, ${offsetNow}]) AS place
      FROM document t
        JOIN revision r ON r.document_id = t.id AND r.number = t.latest_revision
        JOIN citation c ON c.document_id = t.id
        JOIN source w ON w.id = c.source_id
        ${placedNow}
      WHERE t.id = d.id AND ${standingCitation} AND ${ordinalNow} < ${AFTER_BLOCKS}
      GROUP BY w.canonical_id
      ORDER BY place, w.canonical_id LIMIT ${limit}
    ) x ORDER BY x.place, x.id`;
  const cited = new Map(documentIds.map((id): [string, CitedSources] => [id, { sourceIds: [], omitted: 0 }]));
  for (const { documentId, id, total } of rows) {
    const of = cited.get(documentId);
    if (of === undefined) continue;
    of.sourceIds.push(id);
    of.omitted = total - of.sourceIds.length;
  }
  return cited;
}
