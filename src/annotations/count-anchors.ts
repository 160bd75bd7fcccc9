import type { Principal } from '../access/principal.ts';
import { visibleAnnotation } from '../access/visibility.ts';
import { validIn } from '../documents/valid-in.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';

/**
 * Counts the anchors that a document has in the revision of a number, of annotations that the principal may see.
 * OFFSET 0 has each looked up in an index, from the document on: where PostgreSQL has no statistics yet, as after an import, it
 * begins with all annotations, and goes through the document's anchors for each.
 */
export async function countAnchors(
  statements: Statements,
  principal: Principal,
  documentId: string,
  number: number,
): Promise<number> {
  const rows = await statements.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT id, annotation_id FROM anchor WHERE document_id = ${documentId}::uuid OFFSET 0) n
      CROSS JOIN LATERAL (
        SELECT FROM annotation a
        WHERE a.id = n.annotation_id AND ${visibleAnnotation(principal, 'without-deleted')} OFFSET 0) a
      CROSS JOIN LATERAL (
        SELECT FROM anchor_position p
        WHERE p.anchor_id = n.id AND ${validIn(Prisma.sql`${number}`)} OFFSET 0) p`;
  return rows[0]?.count ?? 0;
}
