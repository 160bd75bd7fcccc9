import { stillAdjacent, unitIdsOf } from '../anchors/span.ts';
import type { Statements } from '../store/store.ts';
import type { ReadyAnnotation } from './insert.ts';
import type { Target } from './targets.ts';

interface PlaceRow {
  documentId: string;
  number: number;
  unitId: string;
  /** The unit's place among the units of its revision. */
  place: number;
}

/**
 * Works out, for annotations made on a revision that is not the latest, until which revision their words stand as they
 * did, and notes it in `lastRevisions`. One statement; none when all are made on the latest.
 */
export async function lastRevisionsHeld(
  statements: Statements,
  ready: readonly ReadyAnnotation[],
): Promise<void> {
  const old = ready.flatMap((one) =>
    one.targets.flatMap((target, index) =>
      target.revision.number < one.latestRevision
        ? [{ one, target, index, unitIds: unitIdsOf(target.revision, target.span) }]
        : [],
    ),
  );
  if (old.length === 0) return;
  const rows = await statements.$queryRaw<PlaceRow[]>`
    WITH placed AS (
      SELECT r.document_id, r.number, b.unit_id,
        row_number() OVER (PARTITION BY b.revision_id ORDER BY b.ordinal)::int AS place
      FROM revision r JOIN block b ON b.revision_id = r.id
      WHERE r.document_id = ANY(${[...new Set(old.map(({ target }) => target.revision.documentId))]}::uuid[])
        AND r.number > ${Math.min(...old.map(({ target }) => target.revision.number))}
        AND b.unit_id IS NOT NULL
    )
    SELECT document_id AS "documentId", number, unit_id AS "unitId", place FROM placed
    WHERE unit_id = ANY(${[...new Set(old.flatMap(({ unitIds }) => unitIds))]}::uuid[])`;
  const places = new Map(rows.map((row) => [placeKey(row.documentId, row.number, row.unitId), row.place]));
  for (const { one, target, index, unitIds } of old) {
    one.lastRevisions[index] = lastHeld(target, unitIds, one.latestRevision, places);
  }
}

function lastHeld(
  target: Target,
  unitIds: string[],
  latest: number,
  places: Map<string, number>,
): number | null {
  const { documentId } = target.revision;
  for (let number = target.revision.number + 1; number <= latest; number += 1) {
    if (!stillAdjacent(unitIds, (id) => places.get(placeKey(documentId, number, id)))) return number - 1;
  }
  return null;
}

function placeKey(documentId: string, number: number, unitId: string): string {
  return `${documentId}@${number}:${unitId}`;
}
