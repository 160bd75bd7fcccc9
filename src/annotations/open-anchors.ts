import { type Standing, type StandingColumns, standingOf } from '../documents/standing.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';

/** An anchor with the position that it has in the latest revision. */
export interface OpenAnchor {
  id: string;
  ordinal: number;
  positionId: string;
  standing: Standing;
}

/** Reads the anchors that an annotation has in the latest revision, in order. */
export async function readOpenAnchors(statements: Statements, annotationId: string): Promise<OpenAnchor[]> {
  return await readOpen(statements, Prisma.sql`n.annotation_id = ${annotationId}::uuid`);
}

/** The same of a citation. */
export async function readOpenAnchorsOfCitation(
  statements: Statements,
  citationId: string,
): Promise<OpenAnchor[]> {
  return await readOpen(statements, Prisma.sql`n.citation_id = ${citationId}::uuid`);
}

async function readOpen(statements: Statements, owned: Prisma.Sql): Promise<OpenAnchor[]> {
  const rows = await statements.$queryRaw<(Omit<OpenAnchor, 'standing'> & StandingColumns)[]>`
    SELECT n.id, n.ordinal, p.id AS "positionId", p.status, p.score, p.start_unit_id AS "startUnitId",
      p.start_offset AS "startOffset", p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset"
    FROM anchor n JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL
    WHERE ${owned} ORDER BY n.ordinal`;
  return rows.map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    positionId: row.positionId,
    standing: standingOf(row),
  }));
}
