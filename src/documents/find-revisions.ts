import { anyOf } from '../store/any-of.ts';
import type { Revision } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';

/** A revision by its document and number; null is the latest. */
export interface RevisionSought {
  documentId: string;
  number: number | null;
}

/** A revision, with the number of its document's latest one and the document's language. */
export interface RevisionFound extends Revision {
  latestRevision: number;
  language: string;
}

/** The largest that the column holds. */
const LARGEST_NUMBER = 2_147_483_647;

/**
 * Finds revisions by number in one statement; for each sought one what was found, or null. The ids stand in it twice, as
 * PostgreSQL takes JSON to hold a hundred of them and would go over all documents.
 */
export async function findRevisions(
  statements: Statements,
  sought: readonly RevisionSought[],
): Promise<(RevisionFound | null)[]> {
  if (sought.length === 0) return [];
  const wanted = sought.flatMap(({ documentId, number }, key) =>
    number !== null && number > LARGEST_NUMBER ? [] : [{ key, document_id: documentId, number }],
  );
  const rows = await statements.$queryRaw<({ key: number } & RevisionFound)[]>`
    SELECT w.key, r.id, r.document_id AS "documentId", r.number, r.note, r.checksum,
      r.code_point_length AS "codePointLength", r.utf16_length AS "utf16Length", r.utf8_length AS "utf8Length",
      r.creator_id AS "creatorId", r.created_at AS "createdAt", d.latest_revision AS "latestRevision",
      d.language
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS w(key int, document_id uuid, number bigint)
      JOIN document d ON d.id = w.document_id AND d.id = ANY(${anyOf(wanted.map((want) => want.document_id))})
      JOIN revision r ON r.document_id = d.id AND r.number = COALESCE(w.number, d.latest_revision)`;
  const found = new Map(rows.map(({ key, ...revision }) => [key, revision]));
  return sought.map((_, key) => found.get(key) ?? null);
}
