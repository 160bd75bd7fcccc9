import { Prisma } from '../store/generated/client.ts';
import { newId } from '../store/new-id.ts';
import type { Position } from './carry-through.ts';

/** The columns of a position that `positionRow` gives. */
export const positionColumns = Prisma.sql`id, anchor_id, document_id, first_revision, last_revision, status, score,
  start_unit_id, start_offset, end_unit_id, end_offset, spanning, released`;

/** The row of an anchor's position, for `json_populate_recordset`. */
export function positionRow(
  documentId: string,
  anchorId: string,
  { firstRevision, lastRevision, standing: { status, score, span } }: Position,
) {
  return {
    id: newId(),
    anchor_id: anchorId,
    document_id: documentId,
    first_revision: firstRevision,
    last_revision: lastRevision,
    status,
    score,
    start_unit_id: span?.startUnitId ?? null,
    start_offset: span?.startOffset ?? null,
    end_unit_id: span?.endUnitId ?? null,
    end_offset: span?.endOffset ?? null,
    spanning: span !== null && span.startUnitId !== span.endUnitId,
    released: false,
  };
}
