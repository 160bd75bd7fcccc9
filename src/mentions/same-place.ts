import type { Span } from '../anchors/span.ts';
import type { MentionStatus } from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';

/** A mention that stands on some words. */
export interface MentionThere {
  id: string;
  entityId: string;
  status: MentionStatus;
  confidence: number;
  withdrawn: boolean;
}

/** Finds the mentions that stand on the very words of a span now, withdrawn ones too, those that stand first. */
export async function findAtPlace(statements: Statements, span: Span): Promise<MentionThere[]> {
  return await statements.$queryRaw<MentionThere[]>`
    SELECT m.id, e.canonical_id AS "entityId", m.status, m.confidence, m.withdrawn_at IS NOT NULL AS withdrawn
    FROM anchor_position p
      JOIN anchor n ON n.id = p.anchor_id
      JOIN mention m ON m.id = n.mention_id
      JOIN entity e ON e.id = m.entity_id
    WHERE p.start_unit_id = ${span.startUnitId}::uuid AND p.start_offset = ${span.startOffset}
      AND p.end_unit_id = ${span.endUnitId}::uuid AND p.end_offset = ${span.endOffset} AND p.last_revision IS NULL
    ORDER BY m.withdrawn_at IS NOT NULL, m.status = 'CONFIRMED' DESC, m.id`;
}

/**
 * Decides on what else stands on the very words of mentions that were confirmed: suggestions of other entities are
 * rejected; of the same entity one mention is enough, so that others are withdrawn. One statement.
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
        JOIN mention w ON w.id = o.mention_id AND w.id <> m.id AND w.withdrawn_at IS NULL
        JOIN entity f ON f.id = w.entity_id
      WHERE m.id = ANY(${confirmedIds}::uuid[]) AND CASE WHEN f.canonical_id = e.canonical_id
        THEN w.status <> 'REJECTED' AND (w.id <> ALL(${confirmedIds}::uuid[]) OR w.id > m.id)
        ELSE w.status = 'SUGGESTED' AND w.id <> ALL(${confirmedIds}::uuid[]) END
      ORDER BY w.id, other
    )
    UPDATE mention m SET updated_at = now(),
      status = CASE WHEN r.other THEN 'REJECTED'::mention_status ELSE m.status END,
      withdrawn_at = CASE WHEN r.other THEN NULL ELSE now() END
    FROM rivals r WHERE r.id = m.id
    RETURNING m.id, r.other AS rejected`;
  return rows.filter(({ rejected }) => rejected).map(({ id }) => id);
}
