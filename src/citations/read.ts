import type { Principal } from '../access/principal.ts';
import { visibleCitation } from '../access/visibility.ts';
import type { AnchorRow } from '../annotations/read.ts';
import { validIn } from '../documents/valid-in.ts';
import { groupBy } from '../group-by.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { Citation } from './citation.ts';

/** What makes a `Citation`, of the tables `citation` under the alias `c` and its `source` under `w`. */
export const citationColumns = Prisma.sql`c.id, c.document_id AS "documentId", w.canonical_id AS "sourceId", c.locator,
  c.locator_label AS "locatorLabel", c.creator_id AS "creatorId", c.version, c.created_at AS "createdAt",
  c.updated_at AS "updatedAt", c.deleted_at AS "deletedAt"`;

/** Reads citations by id; deleted ones only for their creators and for editors. */
export async function readCitations(
  statements: Statements,
  principal: Principal,
  ids: readonly string[],
): Promise<Map<string, Citation>> {
  const rows = await statements.$queryRaw<Citation[]>`
    SELECT ${citationColumns} FROM citation c JOIN source w ON w.id = c.source_id
    WHERE c.id = ANY(${ids}::uuid[]) AND ${visibleCitation(principal)}`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** A citation in the revision of a number, or, when null, as it stands now. */
export interface CitationSeen {
  citationId: string;
  number: number | null;
}

/** An anchor of a citation, with which of both it is: `CITING` or `QUOTED`. */
export interface CitationAnchorRow extends AnchorRow {
  ordinal: number;
}

/** Reads the anchors that citations which were read before have in revisions, those that cite before those that are quoted. */
export async function readCitationAnchors(
  statements: Statements,
  seen: readonly CitationSeen[],
): Promise<CitationAnchorRow[][]> {
  const records = seen.map(({ citationId, number }, key) => ({ key, id: citationId, number }));
  const rows = await statements.$queryRaw<({ key: number } & CitationAnchorRow)[]>`
    SELECT r.key, n.id, n.ordinal, n.made_on_id AS "madeOnId", n.exact, n.prefix, n.suffix,
      p.status, p.score, p.start_unit_id AS "startUnitId", p.start_offset AS "startOffset",
      p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset"
    FROM json_to_recordset(${JSON.stringify(records)}::json) AS r(key int, id uuid, number int)
      JOIN anchor n ON n.citation_id = r.id
      JOIN anchor_position p ON p.anchor_id = n.id AND
        CASE WHEN r.number IS NULL THEN p.last_revision IS NULL ELSE ${validIn(Prisma.sql`r.number`)} END
    ORDER BY r.key, n.ordinal`;
  const grouped = groupBy(rows, (row) => row.key);
  return seen.map((_, key) => (grouped.get(key) ?? []).map(({ key: _key, ...row }) => row));
}
