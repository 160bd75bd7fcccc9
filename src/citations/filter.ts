import { standingCitation } from '../access/visibility.ts';
import { Prisma } from '../store/generated/client.ts';
import type { AnchorStatus } from '../store/generated/enums.ts';

/** Which citations are asked for; what is left out does not restrict. */
export interface CitationFilter {
  /** A source, or any that was merged into what this one is read as. */
  sourceId?: string;
  documentId?: string;
  /** Those whose citing words hold so, or whose quoted ones do. */
  status?: AnchorStatus[];
}

/**
 * The filter and the rule of what is there to be seen as one condition on `citation` as `c` and its `source` as `w`.
 * @param position the condition under which a position `p` counts for the filter's status.
 */
export function filterCondition(
  { sourceId, documentId, status }: CitationFilter,
  position: Prisma.Sql,
): Prisma.Sql {
  const conditions = [standingCitation];
  if (sourceId !== undefined)
    conditions.push(
      Prisma.sql`w.canonical_id = (SELECT canonical_id FROM source WHERE id = ${sourceId}::uuid)`,
    );
  if (documentId !== undefined) conditions.push(Prisma.sql`c.document_id = ${documentId}::uuid`);
  if (status !== undefined)
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM anchor n JOIN anchor_position p ON p.anchor_id = n.id AND ${position}
      WHERE n.citation_id = c.id AND p.status = ANY(${status}::anchor_status[]))`);
  return Prisma.join(conditions, ' AND ');
}
