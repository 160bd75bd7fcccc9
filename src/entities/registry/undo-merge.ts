import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import { InputInvalid, NotFound } from '../../problem.ts';
import type { Client, Store } from '../../store/store.ts';
import { type EntityEvent, entityEventColumns, withdrawnBy } from './events.ts';
import { insertEvent } from './insert-event.ts';
import { lockRegistry } from './lock.ts';
import { type Entity, readEntities } from './read.ts';
import { restoreMentions } from './withdraw-duplicates.ts';

/** What was parted again. */
export interface Parted {
  /** The one that stands for itself again. */
  entity: Entity;
  /** The one that it was read as. */
  from: Entity;
  event: EntityEvent;
}

/**
 * Undoes a merge, in one transaction: what was merged stands for itself again, with what had been merged into it before
 * and since, and with the mentions that the merge withdrew.
 * @throws NotAllowed, NotFound; InputInvalid where the event is no merge, or is undone already.
 */
export async function undoMerge(store: Store, principal: Principal, eventId: string): Promise<Parted> {
  const agentId = requireRole(principal, 'EDITOR');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockRegistry(transaction);
      const { entityId, intoEntityId, ...merge } = await readMerge(transaction, eventId);
      const from = found((await readEntities(transaction, [entityId])).get(entityId));
      await part(transaction, entityId);
      await restoreMentions(transaction, entityId, withdrawnBy(merge));
      const event = await insertEvent(transaction, {
        kind: 'MERGE_UNDONE',
        agentId,
        entityId,
        intoEntityId,
        state: { undoes: eventId },
      });
      const entity = found((await readEntities(transaction, [entityId])).get(entityId));
      return { entity, from, event };
    }),
  );
}

/** @throws NotFound, InputInvalid */
async function readMerge(statements: Client, eventId: string): Promise<EntityEvent> {
  const rows = await statements.$queryRaw<(EntityEvent & { undone: boolean })[]>`
    SELECT ${entityEventColumns}, EXISTS (
      SELECT 1 FROM event u
      WHERE u.entity_id = e.entity_id AND u.kind = 'MERGE_UNDONE' AND u.state ->> 'undoes' = e.id::text) AS undone
    FROM event e WHERE e.id = ${eventId}::uuid AND e.entity_id IS NOT NULL`;
  const [event] = rows;
  if (event === undefined)
    throw new NotFound('There is no event with this id in the history of an entity; give one of those.');
  if (event.kind !== 'ENTITIES_MERGED')
    throw new InputInvalid('Only a merge can be undone; give the id of an event ENTITIES_MERGED.');
  if (event.undone)
    throw new InputInvalid('This merge is undone already; to merge the two again, use `mergeEntities`.');
  return event;
}

/** Makes an entity, and all that were merged into it, read as that one again. */
async function part(statements: Client, entityId: string): Promise<void> {
  await statements.$executeRaw`
    WITH RECURSIVE parted AS (
      SELECT ${entityId}::uuid AS id
      UNION SELECT e.id FROM parted p JOIN entity e ON e.merged_into_id = p.id
    )
    UPDATE entity e SET canonical_id = ${entityId}::uuid,
      merged_into_id = CASE WHEN e.id = ${entityId}::uuid THEN NULL ELSE e.merged_into_id END
    FROM parted p WHERE e.id = p.id`;
}

function found(entity: Entity | undefined): Entity {
  if (entity === undefined) throw new Error('The registry lacks an entity that its history tells of');
  return entity;
}
