import type { Statements } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { RevisionTexts } from './revision-texts.ts';

/** A revision by its document and number. */
export interface RevisionNumber {
  documentId: string;
  number: number;
}

export function revisionKey(documentId: string, number: number): string {
  return `${documentId}@${number}`;
}

/** The number of the latest revision of each document, by the document's id; unknown documents are missing. */
export async function latestRevisionsOf(
  statements: Statements,
  documentIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await statements.$queryRaw<{ id: string; latest: number }[]>`
    SELECT id, latest_revision AS latest FROM document WHERE id = ANY(${[...new Set(documentIds)]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.latest]));
}

/** Loads revisions by number, in two statements at most; by `revisionKey`, unknown ones are missing. */
export async function loadRevisions(
  statements: Statements,
  texts: RevisionTexts,
  wanted: readonly RevisionNumber[],
): Promise<Map<string, RevisionText>> {
  if (wanted.length === 0) return new Map();
  const distinct = [...new Map(wanted.map((one) => [revisionKey(one.documentId, one.number), one])).values()];
  const rows = await statements.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM revision r
      JOIN json_to_recordset(${JSON.stringify(distinct.map(({ documentId, number }) => ({ document_id: documentId, number })))}::json)
        AS w(document_id uuid, number int) ON w.document_id = r.document_id AND w.number = r.number`;
  const loaded = await texts.load(
    statements,
    rows.map((row) => row.id),
  );
  return new Map(
    [...loaded.values()].map((revision) => [revisionKey(revision.documentId, revision.number), revision]),
  );
}
