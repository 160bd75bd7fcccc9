import { stillAdjacent, unitIdsOf } from '../anchors/span.ts';
import { newIdInDatabase } from '../store/new-id-in-database.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';

interface SpanningRow {
  id: string;
  startUnitId: string;
  startOffset: number;
  endUnitId: string;
  endOffset: number;
}

/**
 * Carries the anchors of a document into its next revision. One whose units all stand as they did keeps its open
 * position, at no cost; one that lost a unit is closed and gets an ORPHANED position, from which it can be brought back.
 * @param before the revision before.
 * @param number the number of the new revision.
 * @param unitIds the new revision's units in order, null where a unit is new.
 * @returns how many anchors lost their words.
 */
export async function carryPositions(
  statements: Statements,
  before: RevisionText,
  number: number,
  unitIds: readonly (string | null)[],
): Promise<number> {
  const places = new Map<string, number>();
  unitIds.forEach((id, index) => {
    if (id !== null) places.set(id, index);
  });
  const gone = before.units.filter((unit) => !places.has(unit.id)).map((unit) => unit.id);
  const spanning = await statements.$queryRaw<SpanningRow[]>`
    SELECT id, start_unit_id AS "startUnitId", start_offset AS "startOffset", end_unit_id AS "endUnitId",
      end_offset AS "endOffset"
    FROM anchor_position
    WHERE document_id = ${before.documentId}::uuid AND spanning AND last_revision IS NULL`;
  const broken = spanning
    .filter((span) => !stillAdjacent(unitIdsOf(before, span), (id) => places.get(id)))
    .map((span) => span.id);
  return await statements.$executeRaw`
    WITH closed AS (
      UPDATE anchor_position SET last_revision = ${number - 1}
      WHERE document_id = ${before.documentId}::uuid AND last_revision IS NULL
        AND (id = ANY(${broken}::uuid[]) OR (NOT spanning AND start_unit_id = ANY(${gone}::uuid[])))
      RETURNING anchor_id
    )
    INSERT INTO anchor_position (id, anchor_id, document_id, first_revision, status, score, spanning)
    SELECT ${newIdInDatabase}, anchor_id, ${before.documentId}::uuid, ${number}, 'ORPHANED', 0, FALSE FROM closed`;
}
