import type { Principal } from '../access/principal.ts';
import { visibleAnnotation } from '../access/visibility.ts';
import { validIn } from '../documents/valid-in.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';

/** Counts the anchors that a document has in the revision of a number, of annotations that the principal may see. */
export async function countAnchors(
  statements: Statements,
  principal: Principal,
  documentId: string,
  number: number,
): Promise<number> {
  const rows = await statements.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM anchor n
      JOIN anchor_position p ON p.anchor_id = n.id AND ${validIn(Prisma.sql`${number}`)}
      JOIN annotation a ON a.id = n.annotation_id
    WHERE n.document_id = ${documentId}::uuid AND ${visibleAnnotation(principal, 'without-deleted')}`;
  return rows[0]?.count ?? 0;
}
