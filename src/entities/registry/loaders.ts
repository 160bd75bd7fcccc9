import type { BatchReaders } from '../../batch-readers.ts';
import type { Dependency } from '../../memory/dependencies.ts';
import type { MergedEventPage } from '../../merged-history.ts';
import type { Store } from '../../store/store.ts';
import type { EntityAuthority, EntityName } from '../entity.ts';
import type { EntityEvent } from './events.ts';
import { type EntityNamed, findEntity } from './find.ts';
import { countEntityEvents, listEntityEvents } from './history.ts';
import { type Entity, readAuthorities, readEntities, readNames, readRecords } from './read.ts';

/** Reads many things about entities at once. */
export function createEntityLoaders({ prisma, statements }: Store, readers: BatchReaders) {
  return {
    /** An entity; of one that was merged, the one that it is read as. */
    entity: readers.fromMap<Entity>((ids) => readEntities(statements, ids), {
      ...onEntities,
      keptAs: 'entity',
    }),
    /** The same by its slug, or by its number in a registry of the world, which is checked. */
    entityBy: readers.found<EntityNamed, Entity>((by) => findEntity(statements, by), {
      ...onEntities,
      keptAs: 'entity-by',
    }),
    /** An entity as it is by itself, whatever it was merged into. */
    entityRecord: readers.fromMap<Entity>((ids) => readRecords(statements, ids), onEntities),
    /** By the ids of entities that stand for themselves, as are the following. */
    entityNames: readers.fromMap<EntityName[]>((ids) => readNames(statements, ids), {
      ...onEntities,
      keptAs: 'entity-names',
    }),
    entityAuthorities: readers.fromMap<EntityAuthority[]>((ids) => readAuthorities(statements, ids), {
      ...onEntities,
      keptAs: 'entity-authorities',
    }),
    entityHistory: readers.grouped<{ entityId: string; page: MergedEventPage }, EntityEvent[]>(
      ({ page }) => JSON.stringify(page),
      ({ entityId }) => entityId,
      (keys, { page }) =>
        listEntityEvents(
          prisma,
          keys.map(({ entityId }) => entityId),
          page,
        ),
      onEntities,
    ),
    entityHistoryCount: readers.fromMap<number>((ids) => countEntityEvents(prisma, ids), onEntities),
  };
}

const onEntities = { dependencies: (): Dependency[] => ['entities'] };
