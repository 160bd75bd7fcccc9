import { unitIdsOf } from '../anchors/span.ts';
import type { Statements } from '../store/store.ts';
import type { ReadyAnnotation, ReadyTarget } from './insert.ts';

interface FollowerRow {
  documentId: string;
  number: number;
  unitId: string;
  /** The unit that follows it in that revision; null for the last one. */
  nextUnitId: string | null;
}

/**
 * Annotations with, for each target made on a revision that is not the latest, the last revision in which its words
 * stand as they did. One statement; none when all are made on the latest.
 */
export async function withLastRevisions(
  statements: Statements,
  ready: readonly ReadyAnnotation[],
): Promise<ReadyAnnotation[]> {
  const old = ready.flatMap(({ targets, latestRevision }) =>
    targets.filter(({ revision }) => revision.number < latestRevision),
  );
  if (old.length === 0) return [...ready];
  const followers = await readFollowers(statements, old);
  return ready.map((one) => ({
    ...one,
    targets: one.targets.map((target) => ({
      ...target,
      lastRevision: lastHeld(target, one.latestRevision, followers),
    })),
  }));
}

type Followers = Map<string, string | null>;

async function readFollowers(statements: Statements, targets: readonly ReadyTarget[]): Promise<Followers> {
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

/** Null when it holds in the latest revision. */
function lastHeld({ revision, span }: ReadyTarget, latest: number, followers: Followers): number | null {
  const unitIds = unitIdsOf(revision, span);
  for (let number = revision.number + 1; number <= latest; number += 1) {
    const holds = unitIds.every((id, index) => {
      const next = followers.get(keyOf(revision.documentId, number, id));
      return next !== undefined && (index === unitIds.length - 1 || next === unitIds[index + 1]);
    });
    if (!holds) return number - 1;
  }
  return null;
}

function keyOf(documentId: string, number: number, unitId: string): string {
  return `${documentId}@${number}:${unitId}`;
}
