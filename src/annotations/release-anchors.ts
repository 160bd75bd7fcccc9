import { type AnchorMove, recordOf } from '../documents/anchor-moves.ts';
import { ORPHANED } from '../documents/standing.ts';
import { newIdInDatabase } from '../store/new-id-in-database.ts';
import type { AnchorChange } from './anchor-change.ts';
import { readOpenAnchors } from './open-anchors.ts';

/**
 * Takes anchors off the words that a new revision put them on: they are ORPHANED from the latest revision on, until
 * their own words come back to where they were made.
 */
export async function releaseAnchors(
  { statements, annotation, latest }: AnchorChange,
  moves: readonly AnchorMove[],
): Promise<AnchorMove[]> {
  const ids = new Set(moves.map(({ to }) => to.anchorId));
  const anchors = (await readOpenAnchors(statements, annotation.id)).filter(({ id }) => ids.has(id));
  const positionIds = anchors.map(({ positionId }) => positionId);
  await statements.$executeRaw`
    WITH emptied AS (
      UPDATE anchor_position SET status = 'ORPHANED', score = 0, spanning = FALSE, released = TRUE,
        start_unit_id = NULL, start_offset = NULL, end_unit_id = NULL, end_offset = NULL
      WHERE id = ANY(${positionIds}::uuid[]) AND first_revision = ${latest.number}
    ), closed AS (
      UPDATE anchor_position SET last_revision = ${latest.number - 1}
      WHERE id = ANY(${positionIds}::uuid[]) AND first_revision < ${latest.number}
      RETURNING anchor_id
    )
    INSERT INTO anchor_position
      (id, anchor_id, document_id, first_revision, status, score, spanning, released)
    SELECT ${newIdInDatabase}, anchor_id, ${latest.documentId}::uuid, ${latest.number}, 'ORPHANED', 0, FALSE, TRUE
    FROM closed`;
  return anchors.map(({ id, standing }) => ({
    from: recordOf(id, latest, standing),
    to: recordOf(id, latest, ORPHANED),
  }));
}
