import { unitIdsOf } from '../anchors/span.ts';
import type { Statements } from '../store/store.ts';
import type { Target } from './targets.ts';

interface FollowerRow {
  documentId: string;
  number: number;
  unitId: string;
  /** The unit that follows it in that revision; null for the last one. */
  nextUnitId: string | null;
}

/** For units in revisions: the unit that follows each there. */
export type Followers = Map<string, string | null>;

/** Reads what follows the units of targets in all later revisions, in one statement. */
export async function readFollowers(statements: Statements, targets: readonly Target[]): Promise<Followers> {
  const documentIds = [...new Set(targets.map(({ revision }) => revision.documentId))];
  const unitIds = [...new Set(targets.flatMap(({ revision, span }) => unitIdsOf(revision, span)))];
  const rows = await statements.$queryRaw<FollowerRow[]>`
    SELECT r.document_id AS "documentId", r.number, b.unit_id AS "unitId", (
      SELECT c.unit_id FROM block c
      WHERE c.revision_id = b.revision_id AND c.ordinal > b.ordinal AND c.unit_id IS NOT NULL
      ORDER BY c.ordinal LIMIT 1
    ) AS "nextUnitId"
    FROM block b JOIN revision r ON r.id = b.revision_id
    WHERE b.unit_id = ANY(${unitIds}::uuid[]) AND r.document_id = ANY(${documentIds}::uuid[])
      AND r.number > ${Math.min(...targets.map(({ revision }) => revision.number))}`;
  return new Map(rows.map((row) => [keyOf(row.documentId, row.number, row.unitId), row.nextUnitId]));
}

/** Whether the units of a target follow each other in a later revision as they did, so that it has its very words. */
export function holdsIn({ revision, span }: Target, number: number, followers: Followers): boolean {
  const unitIds = unitIdsOf(revision, span);
  return unitIds.every((id, index) => {
    const next = followers.get(keyOf(revision.documentId, number, id));
    return next !== undefined && (index === unitIds.length - 1 || next === unitIds[index + 1]);
  });
}

function keyOf(documentId: string, number: number, unitId: string): string {
  return `${documentId}@${number}:${unitId}`;
}
