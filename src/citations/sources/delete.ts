import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import { standingCitation, visibleAnnotation } from '../../access/visibility.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import { NotFound } from '../../problem.ts';
import type { Statements, Store } from '../../store/store.ts';
import { stateOf } from './content.ts';
import { insertSourceEvent } from './events.ts';
import { lockSources } from './lock.ts';
import { SourceCited, SourceConflict } from './problems.ts';
import type { Source } from './read.ts';
import { NO_SOURCE } from './save.ts';
import { readStored } from './stored.ts';

/**
 * Deletes a source and what was merged into it, in one transaction, so that their keys are free again. Of one that was
 * merged, the one that it is read as is meant.
 * @param version refuses another one; null for any.
 * @returns the source as it was last.
 * @throws NotAllowed, NotFound, SourceConflict; SourceCited where citations or annotations refer to it.
 */
export async function deleteSource(
  store: Store,
  principal: Principal,
  id: string,
  version: number | null,
): Promise<Source> {
  const agentId = requireRole(principal, 'EDITOR');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockSources(transaction);
      const current = await readStored(transaction, id);
      if (current === null) throw new NotFound(NO_SOURCE);
      const { source, content } = current;
      if (version !== null && version !== source.version) throw new SourceConflict(source);
      const { seen, hidden } = await countReferences(transaction, principal, source.id);
      if (seen > 0 || hidden) throw new SourceCited(source.key, seen, hidden);
      const deletedAt = new Date();
      await transaction.$executeRaw`
        UPDATE source SET deleted_at = ${deletedAt}, updated_at = ${deletedAt} WHERE canonical_id = ${source.id}::uuid`;
      await transaction.$executeRaw`
        DELETE FROM source_term USING source s WHERE s.id = source_id AND s.canonical_id = ${source.id}::uuid`;
      await insertSourceEvent(transaction, {
        kind: 'SOURCE_DELETED',
        agentId,
        sourceId: source.id,
        intoSourceId: null,
        state: stateOf(source, content),
      });
      return { ...source, deletedAt, updatedAt: deletedAt };
    }),
  );
}

/** Counts what refers to a source and to what was merged into it, and keeps more from coming until the transaction ends. */
async function countReferences(
  statements: Statements,
  principal: Principal,
  id: string,
): Promise<{ seen: number; hidden: boolean }> {
  // What is being written that refers to one holds it until it is written; see `holdSources`.
  await statements.$queryRaw`SELECT id FROM source WHERE canonical_id = ${id}::uuid ORDER BY id FOR UPDATE`;
  const rows = await statements.$queryRaw<{ seen: number; hidden: boolean }[]>`
    SELECT (cited.count + count(b.id) FILTER (WHERE ${visibleAnnotation(principal, 'without-deleted')}))::int AS seen,
      COALESCE(bool_or(NOT ${visibleAnnotation(principal, 'without-deleted')}), FALSE) AS hidden
    FROM (
      SELECT count(*) FROM source s JOIN citation c ON c.source_id = s.id
      WHERE s.canonical_id = ${id}::uuid AND ${standingCitation}
    ) cited LEFT JOIN (
      source s JOIN annotation_body b ON b.source_id = s.id JOIN annotation a ON a.id = b.annotation_id
    ) ON s.canonical_id = ${id}::uuid AND a.deleted_at IS NULL
    GROUP BY cited.count`;
  return rows[0] ?? { seen: 0, hidden: false };
}
