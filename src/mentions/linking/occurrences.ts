import { requiredWords } from '../../entities/names/words.ts';
import type { Statements } from '../../store/store.ts';
import type { Relinked } from './relink.ts';

/** The documents in whose latest text some names may stand, with the units where. */
export interface Occurrences {
  documents: Relinked[];
  /** How many documents there are beyond those. */
  left: number;
}

/**
 * Finds the units of the documents' latest text in which names may stand, by the index of their words: one statement,
 * whatever the number of names.
 * @param limit how many documents to answer at most, the oldest first.
 */
export async function findOccurrences(
  statements: Statements,
  names: readonly string[],
  limit: number,
): Promise<Occurrences> {
  const sought = [...new Set(names.map((name) => JSON.stringify(requiredWords(name))))].filter(
    (words) => words !== '[]',
  );
  if (sought.length === 0) return { documents: [], left: 0 };
  const rows = await statements.$queryRaw<{ documentId: string; unitIds: string[]; total: number }[]>`
    WITH sought AS MATERIALIZED (
      SELECT ARRAY(SELECT json_array_elements_text(w.words)) AS words
      FROM json_to_recordset(${`[${sought.map((words) => `{"words":${words}}`).join()}]`}::json) AS w(words json)
    ), found AS (
      SELECT u.id FROM sought s JOIN text_unit u ON u.words @> s.words
      UNION
      SELECT u.id FROM text_unit u WHERE u.words IS NULL
    )
    SELECT d.id AS "documentId", array_agg(DISTINCT b.unit_id) AS "unitIds", count(*) OVER ()::int AS total
    FROM found f
      JOIN block b ON b.unit_id = f.id
      JOIN revision r ON r.id = b.revision_id
      JOIN document d ON d.id = r.document_id AND d.latest_revision = r.number
    GROUP BY d.id ORDER BY d.id LIMIT ${limit}`;
  return {
    documents: rows.map(({ documentId, unitIds }) => ({ documentId, unitIds })),
    left: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
  };
}
