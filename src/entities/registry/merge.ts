import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import { InputInvalid, NotFound } from '../../problem.ts';
import type { Client, Store } from '../../store/store.ts';
import type { EntityEvent } from './events.ts';
import { insertEvent } from './insert-event.ts';
import { lockRegistry } from './lock.ts';
import { type Entity, readEntities } from './read.ts';
import { withdrawDuplicates } from './withdraw-duplicates.ts';

/** What was merged. */
export interface Merged {
  /** The survivor. */
  entity: Entity;
  event: EntityEvent;
}

/**
 * Merges an entity into another, in one transaction: from then on it is read as that one, with all that hangs on it. Of
 * one that was merged before, the one that it is read as is meant. Nothing is moved, so that undoing is exact.
 * @throws NotAllowed, NotFound; InputInvalid where they are one already or of different kinds.
 */
export async function mergeEntities(
  store: Store,
  principal: Principal,
  ids: { entityId: string; intoId: string },
): Promise<Merged> {
  const agentId = requireRole(principal, 'EDITOR');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockRegistry(transaction);
      const found = await readEntities(transaction, [ids.entityId, ids.intoId]);
      const [entity, into] = [ids.entityId, ids.intoId].map((id) => found.get(id));
      if (entity === undefined || into === undefined)
        throw new NotFound(
          `There is no entity with the id in \`${entity === undefined ? 'entity' : 'into'}\`; \`entities\` finds those that there are.`,
        );
      requireMergeable(entity, into, ids.entityId === ids.intoId);
      await join(transaction, entity.id, into.id);
      const withdrawn = await withdrawDuplicates(transaction, into.id);
      const event = await insertEvent(transaction, {
        kind: 'ENTITIES_MERGED',
        agentId,
        entityId: entity.id,
        intoEntityId: into.id,
        state: { withdrawn },
      });
      return { entity: into, event };
    }),
  );
}

/** @throws InputInvalid */
function requireMergeable(entity: Entity, into: Entity, isSame: boolean): void {
  if (isSame) throw new InputInvalid('An entity cannot be merged into itself; give another one in `into`.');
  if (entity.id === into.id)
    throw new InputInvalid(
      `The two are one already, ${entity.slug}: one was merged into the other before; give another one.`,
    );
  if (entity.kind !== into.kind)
    throw new InputInvalid(
      `${entity.slug} is a ${entity.kind} and ${into.slug} a ${into.kind}; correct the kind of one of them first, or merge others.`,
    );
}

async function join(statements: Client, entityId: string, intoId: string): Promise<void> {
  await statements.$executeRaw`
    UPDATE entity SET canonical_id = ${intoId}::uuid,
      merged_into_id = CASE WHEN id = ${entityId}::uuid THEN ${intoId}::uuid ELSE merged_into_id END
    WHERE canonical_id = ${entityId}::uuid`;
}
