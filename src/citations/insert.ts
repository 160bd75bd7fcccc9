import type { Idempotency } from '../annotations/idempotency.ts';
import type { ReadyTarget } from '../annotations/insert.ts';
import { positionRow } from '../documents/position-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Client } from '../store/store.ts';
import type { Citation } from './citation.ts';

/**
 * Writes a citation with its anchors: three statements.
 * @param targets by the ordinals of the anchors: the words that cite, then perhaps those that are quoted.
 */
export async function insertCitation(
  statements: Client,
  citation: Citation,
  targets: readonly ReadyTarget[],
  idempotency: Idempotency | null,
): Promise<void> {
  const { id, documentId } = citation;
  await statements.citation.create({
    data: {
      ...citation,
      idempotencyKey: idempotency?.key ?? null,
      requestChecksum: idempotency?.checksum ?? null,
    },
    select: { id: true },
  });
  const anchors = targets.map(({ anchorId, revision, quote }, ordinal) => ({
    id: anchorId,
    document_id: documentId,
    citation_id: id,
    ordinal,
    made_on_id: revision.id,
    ...quote,
  }));
  await statements.$executeRaw(insertRows('anchor', anchors));
  const positions = targets.flatMap(({ anchorId, positions }) =>
    positions.map((position) => positionRow(documentId, anchorId, position)),
  );
  await statements.$executeRaw(insertRows('anchor_position', positions));
}
