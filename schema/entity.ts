import type { EntityName as EntityNameModel } from '../src/entities/entity.ts';
import type { Entity as EntityRow } from '../src/entities/registry/read.ts';
import type { EntityKind as EntityKinds, NameKind as NameKinds } from '../src/store/generated/enums.ts';
import { Authority } from './authority.ts';
import { builder } from './builder.ts';
import { loadNodes } from './load-nodes.ts';
import { when } from './when.ts';

export const EntityKind = builder.enumType('EntityKind', {
  description: 'What an entity is.',
  values: {
    PERSON: { description: 'A human being, real or not, or a group known under one name, as a family.' },
    ORGANIZATION: { description: 'A body with a name: a party, a state as one that acts, a company.' },
    PLACE: { description: 'A town, a country, a river, a building.' },
    EVENT: { description: 'Something that took place: a congress, a war.' },
    WORK: { description: 'Something that was made: a book, a speech, a film.' },
    CONCEPT: { description: 'Anything else that texts speak of: an idea, a term.' },
  } satisfies Record<keyof typeof EntityKinds, object>,
});

export const NameKind = builder.enumType('NameKind', {
  description: 'How a name is one of an entity.',
  values: {
    PREFERRED: { description: 'The one by which it is called here; every entity has one.' },
    VARIANT: { description: 'Another name, spelling or form.' },
    SURNAME: { description: 'The family name, by which texts call a person too.' },
    ABBREVIATION: { description: 'A shortened form, such as USSR.' },
    FORMER: { description: 'A name that it had once.' },
  } satisfies Record<keyof typeof NameKinds, object>,
});

export const EntityName = builder.objectRef<EntityNameModel>('EntityName').implement({
  description: 'A name under which an entity is known.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name.' }),
    language: t.expose('language', {
      type: 'LanguageTag',
      nullable: true,
      description: 'The language that it is in; null where it is of none or not known.',
    }),
    kind: t.expose('kind', { type: NameKind, description: 'How it is a name of the entity.' }),
  }),
});

/** The beginning and end of something, as EDTF; at least one is known. */
export interface EntityDatesModel {
  startDate: string | null;
  endDate: string | null;
}

export const EntityDates = builder.objectRef<EntityDatesModel>('EntityDates').implement({
  description: 'When something began and ended: a life, a rule, an event.',
  fields: (t) => ({
    start: t.expose('startDate', { type: 'EDTF', nullable: true, description: 'When it began.' }),
    end: t.expose('endDate', { type: 'EDTF', nullable: true, description: 'When it ended.' }),
  }),
});

/** The dates of something, or null where none is known. */
export function datesOf<Model extends EntityDatesModel>(model: Model): Model | null {
  return model.startDate === null && model.endDate === null ? null : model;
}

export const Entity = builder.node(builder.objectRef<EntityRow>('Entity'), {
  description:
    'Someone or something that texts speak of. An entity that was merged into another one is that one, under its old id and slug too.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids, { loaders }) => loadNodes('Entity', ids, async (id) => await loaders.entity.read(id)),
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'A short name for addresses.' }),
    kind: t.expose('kind', { type: EntityKind, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'The preferred name.' }),
    names: t.field({
      type: [EntityName],
      description:
        'All its names, the preferred one first; those of entities that were merged into it come last. 1,000 at most.',
      resolve: ({ id }, _args, { loaders, budget }) =>
        when(loaders.entityNames.read(id), (names) => budget.list(names ?? [])),
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'A few words that tell it from others.',
    }),
    authorities: t.field({
      type: [Authority],
      description: 'The numbers under which registries of the world know it.',
      resolve: ({ id }, _args, { loaders, budget }) =>
        when(loaders.entityAuthorities.read(id), (authorities) => budget.list(authorities ?? [])),
    }),
    dates: t.field({
      type: EntityDates,
      nullable: true,
      description: 'When it began and ended; null where neither is known.',
      resolve: datesOf,
    }),
    version: t.exposeInt('version', {
      description: 'Send it back with an edit; a stale one is refused with EntityConflict.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last saved.' }),
  }),
});
