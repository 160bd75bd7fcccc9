import {
  type EntityEvent as EntityEventRow,
  type entityEventKinds,
  type SavedState,
  stateSaved,
  undoneBy,
} from '../src/entities/registry/events.ts';
import type { Entity as EntityRow } from '../src/entities/registry/read.ts';
import { Agent } from './agent.ts';
import { Authority } from './authority.ts';
import { builder } from './builder.ts';
import { rowCursor } from './cursor.ts';
import { datesOf, Entity, EntityDates, EntityKind, EntityName } from './entity.ts';
import { found } from './found.ts';
import { encodeGlobalId } from './global-id.ts';
import { connectionOf, forwardArguments, readPage } from './page.ts';
import { when } from './when.ts';

const EntityEventKind = builder.enumType('EntityEventKind', {
  description: 'What happened to an entity.',
  values: {
    ENTITY_SAVED: { description: 'It was added, or what is known of it was changed.' },
    ENTITIES_MERGED: { description: 'One was merged into another.' },
    MERGE_UNDONE: { description: 'A merge was undone.' },
  } satisfies Record<(typeof entityEventKinds)[number], object>,
});

const EntityState = builder.objectRef<SavedState>('EntityState').implement({
  description: 'What was known of an entity at a time, without what others had that were merged into it.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its slug.' }),
    kind: t.expose('kind', { type: EntityKind, description: 'What it was.' }),
    name: t.string({ description: 'Its preferred name.', resolve: ({ names }) => names[0]?.text ?? '' }),
    names: t.expose('names', { type: [EntityName], description: 'Its names, the preferred one first.' }),
    description: t.exposeString('description', { nullable: true, description: 'Its description.' }),
    authorities: t.expose('authorities', { type: [Authority], description: 'Its authorities.' }),
    dates: t.field({
      type: EntityDates,
      nullable: true,
      description: 'When it began and ended; null where neither was known.',
      resolve: datesOf,
    }),
  }),
});

const EntityRecord = builder.objectRef<EntityRow>('EntityRecord').implement({
  description: 'An entity as it is by itself, whatever it was merged into.',
  fields: (t) => ({
    id: t.id({
      description: 'Its id, by which the entity is found that it is read as now.',
      resolve: ({ id }) => encodeGlobalId('Entity', id),
    }),
    slug: t.exposeString('slug', { description: 'Its slug.' }),
    kind: t.expose('kind', { type: EntityKind, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'Its preferred name.' }),
  }),
});

export const EntityEvent = builder.objectRef<EntityEventRow>('EntityEvent').implement({
  description: 'A change of the registry.',
  fields: (t) => ({
    id: t.id({
      description: 'By which `undoMerge` knows it.',
      resolve: ({ id }) => encodeGlobalId('EntityEvent', id),
    }),
    kind: t.expose('kind', { type: EntityEventKind, description: 'What happened.' }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When.' }),
    agent: t.field({
      type: Agent,
      description: 'Who did it.',
      resolve: ({ agentId }, _args, { loaders }) => when(loaders.agent.read(agentId), found),
    }),
    subject: t.field({
      type: EntityRecord,
      description: 'What was saved or merged, or stands for itself again.',
      resolve: ({ entityId }, _args, { loaders }) => when(loaders.entityRecord.read(entityId), found),
    }),
    into: t.field({
      type: EntityRecord,
      nullable: true,
      description: 'What it was merged into; null of a saving.',
      resolve: ({ intoEntityId }, _args, { loaders }) =>
        intoEntityId === null ? null : loaders.entityRecord.read(intoEntityId),
    }),
    undoes: t.id({
      nullable: true,
      description: 'The id of the merge that it undid; null unless it did.',
      resolve: (event) => {
        const undone = undoneBy(event);
        return undone === null ? null : encodeGlobalId('EntityEvent', undone);
      },
    }),
    version: t.int({
      nullable: true,
      description: 'The version of the entity after it; null of merges, which leave it as it is.',
      resolve: (event) => stateSaved(event)?.version ?? null,
    }),
    state: t.field({
      type: EntityState,
      nullable: true,
      description: 'What was known of it after a saving; null of merges.',
      resolve: stateSaved,
    }),
  }),
});

const EntityEventConnection = builder.connectionObject(
  { type: EntityEvent, name: 'EntityEventConnection', description: 'A page of changes of the registry.' },
  { name: 'EntityEventEdge', description: 'A change in a list.' },
);

builder.objectFields(Entity, (t) => ({
  history: t.field({
    type: EntityEventConnection,
    description: 'What happened to it and to all that were merged into it, the first event first.',
    args: forwardArguments(),
    resolve: async ({ id: entityId }, args, { loaders }) => {
      const page = readPage(args, rowCursor.decode);
      const read = await loaders.entityHistory.read({
        entityId,
        page: { limit: page.size + 1, after: page.after },
      });
      const count = async () => (await loaders.entityHistoryCount.read(entityId)) ?? 0;
      return connectionOf(page, read, rowCursor.encode, count);
    },
  }),
}));
