import { AFTER_BLOCKS, type ListPlace } from '../place-cursor.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import { citationLimits } from './limits.ts';

/** A unit of a document's latest text that has the words of a quotation, in whatever order. */
export interface CandidateUnit {
  documentId: string;
  revisionId: string;
  unitId: string;
  /** The ordinal of its block. */
  ordinal: number;
  text: string;
}

export interface Candidates {
  units: CandidateUnit[];
  /** Whether there are none after these. */
  complete: boolean;
}

/** How many bytes of text one search goes through at most, but for its first unit. */
const MOST_TEXT = 8_000_000;

/**
 * Reads the units of the latest texts that hold all words of one of several sets, by the index of their words, in the order
 * of the documents' slugs and in each in that of its text: one statement.
 * @param after the place to read from, its unit included.
 */
export async function readCandidates(
  statements: Statements,
  sets: readonly string[][],
  after: ListPlace | null,
): Promise<Candidates> {
  const { quotationUnits } = citationLimits;
  const from =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(d.slug COLLATE "C", b.ordinal) >= (
          (SELECT slug COLLATE "C" FROM document WHERE id = ${after.documentId}::uuid), ${after.ordinal})`;
  const rows = await statements.$queryRaw<(Omit<CandidateUnit, 'text'> & { text: string | null })[]>`
    WITH sought AS MATERIALIZED (
      SELECT ARRAY(SELECT json_array_elements_text(s.words)) AS words
      FROM json_to_recordset(${JSON.stringify(sets.map((words) => ({ words })))}::json) AS s(words json)
    ), found AS (
      SELECT u.id FROM sought s JOIN text_unit u ON u.words @> s.words
      UNION
      SELECT u.id FROM text_unit u WHERE u.words IS NULL
    ), page AS MATERIALIZED (
      SELECT d.id AS document_id, d.slug, r.id AS revision_id, b.ordinal, b.unit_id
      FROM found f
        JOIN block b ON b.unit_id = f.id
        JOIN revision r ON r.id = b.revision_id
        JOIN document d ON d.id = r.document_id AND d.latest_revision = r.number
      WHERE ${from}
      ORDER BY d.slug COLLATE "C", b.ordinal LIMIT ${quotationUnits + 1}
    ), measured AS (
      SELECT p.*, row_number() OVER in_order AS place, sum(octet_length(u.text)) OVER in_order AS bytes
      FROM page p JOIN text_unit u ON u.id = p.unit_id
      WINDOW in_order AS (ORDER BY p.slug COLLATE "C", p.ordinal)
    )
    SELECT m.document_id AS "documentId", m.revision_id AS "revisionId", m.unit_id AS "unitId", m.ordinal,
      CASE WHEN m.place = 1 OR (m.place <= ${quotationUnits} AND m.bytes <= ${MOST_TEXT}) THEN u.text END AS text
    FROM measured m JOIN text_unit u ON u.id = m.unit_id ORDER BY m.place`;
  const units = rows.flatMap(({ text, ...unit }) => (text === null ? [] : { ...unit, text }));
  return { units, complete: units.length === rows.length };
}

/** The place after all words of a unit. */
export function endOf({ documentId, ordinal, unitId }: CandidateUnit): ListPlace {
  return { documentId, ordinal, offset: AFTER_BLOCKS, id: unitId };
}
