import type { Target } from '../annotations/targets.ts';
import type { Statements } from '../store/store.ts';

/** Finds the mentions that stand on the very words of a target now, withdrawn ones too, the oldest first. */
export async function findAtPlace(
  statements: Statements,
  { span }: Target,
): Promise<{ id: string; entityId: string }[]> {
  return await statements.$queryRaw<{ id: string; entityId: string }[]>`
    SELECT m.id, e.canonical_id AS "entityId"
    FROM anchor_position p
      JOIN anchor n ON n.id = p.anchor_id
      JOIN mention m ON m.id = n.mention_id
      JOIN entity e ON e.id = m.entity_id
    WHERE p.start_unit_id = ${span.startUnitId}::uuid AND p.start_offset = ${span.startOffset}
      AND p.end_unit_id = ${span.endUnitId}::uuid AND p.end_offset = ${span.endOffset} AND p.last_revision IS NULL
    ORDER BY m.withdrawn_at IS NOT NULL, m.id`;
}

/**
 * Decides on the suggestions that stand on the very words of mentions that were confirmed: those of other entities are
 * rejected, those of the same one are withdrawn, as one mention is enough. One statement.
 * @returns the ids of those that were rejected.
 */
export async function decideRivals(
  statements: Statements,
  confirmedIds: readonly string[],
): Promise<string[]> {
  const rows = await statements.$queryRaw<{ id: string; rejected: boolean }[]>`
    WITH rivals AS (
      SELECT DISTINCT ON (w.id) w.id, f.canonical_id <> e.canonical_id AS other
      FROM mention m
        JOIN entity e ON e.id = m.entity_id
        JOIN anchor n ON n.mention_id = m.id
        JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL
        JOIN anchor_position q ON q.start_unit_id = p.start_unit_id AND q.start_offset = p.start_offset
          AND q.end_unit_id = p.end_unit_id AND q.end_offset = p.end_offset AND q.last_revision IS NULL
        JOIN anchor o ON o.id = q.anchor_id
        JOIN mention w ON w.id = o.mention_id AND w.status = 'SUGGESTED' AND w.withdrawn_at IS NULL
        JOIN entity f ON f.id = w.entity_id
      WHERE m.id = ANY(${confirmedIds}::uuid[]) AND w.id <> ALL(${confirmedIds}::uuid[])
      ORDER BY w.id, other
    )
    UPDATE mention m SET updated_at = now(),
      status = CASE WHEN r.other THEN 'REJECTED'::mention_status ELSE m.status END,
      withdrawn_at = CASE WHEN r.other THEN NULL ELSE now() END
    FROM rivals r WHERE r.id = m.id
    RETURNING m.id, r.other AS rejected`;
  return rows.filter(({ rejected }) => rejected).map(({ id }) => id);
}
