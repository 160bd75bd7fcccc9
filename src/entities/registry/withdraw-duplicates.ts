import { standingMention } from '../../access/visibility.ts';
import type { Client } from '../../store/store.ts';

/**
 * Withdraws mentions where, after a merge, two of the one entity stand on the very same words: a confirmed one stays, else
 * one that was rejected, as what is rejected is not suggested, else the most confident one.
 * @param entityId the survivor.
 * @returns the ids of the mentions withdrawn.
 */
export async function withdrawDuplicates(statements: Client, entityId: string): Promise<string[]> {
  const rows = await statements.$queryRaw<{ id: string }[]>`
    UPDATE mention w SET withdrawn_at = now()
    FROM (
      SELECT m.id, m.status, row_number() OVER (
        PARTITION BY p.start_unit_id, p.start_offset, p.end_unit_id, p.end_offset
        ORDER BY m.status = 'CONFIRMED' DESC, m.status = 'REJECTED' DESC, m.confidence DESC, m.id) AS rank
      FROM entity g
        JOIN mention m ON m.entity_id = g.id
        JOIN anchor n ON n.mention_id = m.id
        JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL AND p.start_unit_id IS NOT NULL
      WHERE g.canonical_id = ${entityId}::uuid AND ${standingMention}
    ) d
    WHERE w.id = d.id AND d.rank > 1 AND d.status <> 'REJECTED'
    RETURNING w.id`;
  return rows.map(({ id }) => id);
}

/**
 * Gives back the mentions that a merge withdrew, and those of the parted entity that another merge did, which is no concern
 * of it now.
 * @param entityId of the entity that was parted.
 * @param ids of the mentions that the merge withdrew that is undone.
 */
export async function restoreMentions(
  statements: Client,
  entityId: string,
  ids: readonly string[],
): Promise<void> {
  await statements.$executeRaw`
    UPDATE mention w SET withdrawn_at = NULL
    WHERE w.id = ANY(${ids}::uuid[]) OR w.id IN (
      SELECT x.id::uuid FROM event v
        JOIN entity i ON i.id = v.into_entity_id AND i.canonical_id <> ${entityId}::uuid
        CROSS JOIN LATERAL jsonb_array_elements_text(v.state -> 'withdrawn') AS x(id)
        JOIN mention m ON m.id = x.id::uuid
        JOIN entity e ON e.id = m.entity_id AND e.canonical_id = ${entityId}::uuid
      WHERE v.kind = 'ENTITIES_MERGED' AND v.entity_id IS NOT NULL
    )`;
}
