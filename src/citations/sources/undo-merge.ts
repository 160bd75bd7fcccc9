import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import { InputInvalid, NotFound } from '../../problem.ts';
import type { Client, Store } from '../../store/store.ts';
import { insertSourceEvent } from './events.ts';
import { lockSources } from './lock.ts';
import { readSourceRecords, type Source } from './read.ts';
import { NO_SOURCE } from './save.ts';

/**
 * Undoes the merge of a source, in one transaction: it stands for itself again, with what had been merged into it before
 * and since.
 * @param id of the source that was merged, which is not that of the one that it is read as.
 * @returns the one that stands for itself again.
 * @throws NotAllowed, NotFound; InputInvalid where it is not merged.
 */
export async function undoSourceMerge(store: Store, principal: Principal, id: string): Promise<Source> {
  const agentId = requireRole(principal, 'EDITOR');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockSources(transaction);
      const record = await readStanding(transaction, id);
      if (record.mergedIntoId === null)
        throw new InputInvalid(
          `${record.key} is not merged into another source; give the id of one that is, as it was before.`,
        );
      await part(transaction, id);
      await insertSourceEvent(transaction, {
        kind: 'SOURCE_MERGE_UNDONE',
        agentId,
        sourceId: id,
        intoSourceId: record.mergedIntoId,
        state: null,
      });
      return await readStanding(transaction, id);
    }),
  );
}

async function readStanding(statements: Client, id: string): Promise<Source> {
  const record = (await readSourceRecords(statements, [id])).get(id);
  if (record === undefined || record.deletedAt !== null) throw new NotFound(NO_SOURCE);
  return record;
}

/** Makes a source, and all that were merged into it, read as that one again. */
async function part(statements: Client, id: string): Promise<void> {
  await statements.$executeRaw`
    WITH RECURSIVE parted AS (
      SELECT ${id}::uuid AS id
      UNION SELECT s.id FROM parted p JOIN source s ON s.merged_into_id = p.id
    )
    UPDATE source s SET canonical_id = ${id}::uuid,
      merged_into_id = CASE WHEN s.id = ${id}::uuid THEN NULL ELSE s.merged_into_id END
    FROM parted p WHERE s.id = p.id`;
}
