import { fromMap, grouped } from '../../grouped.ts';
import type { MergedEventPage } from '../../merged-history.ts';
import type { Store } from '../../store/store.ts';
import type { EntityAuthority, EntityName } from '../entity.ts';
import type { EntityEvent } from './events.ts';
import { countEntityEvents, listEntityEvents } from './history.ts';
import { type Entity, readAuthorities, readEntities, readNames, readRecords } from './read.ts';

/** Reads many things about entities at once. */
export function createEntityLoaders({ prisma }: Store) {
  return {
    /** An entity; of one that was merged, the one that it is read as. */
    entity: fromMap<Entity>((ids) => readEntities(prisma, ids)),
    /** An entity as it is by itself, whatever it was merged into. */
    entityRecord: fromMap<Entity>((ids) => readRecords(prisma, ids)),
    /** By the ids of entities that stand for themselves, as are the following. */
    entityNames: fromMap<EntityName[]>((ids) => readNames(prisma, ids)),
    entityAuthorities: fromMap<EntityAuthority[]>((ids) => readAuthorities(prisma, ids)),
    entityHistory: grouped<{ entityId: string; page: MergedEventPage }, EntityEvent[]>(
      ({ page }) => JSON.stringify(page),
      (keys, { page }) =>
        listEntityEvents(
          prisma,
          keys.map(({ entityId }) => entityId),
          page,
        ),
    ),
    entityHistoryCount: fromMap<number>((ids) => countEntityEvents(prisma, ids)),
  };
}
