import { NotAllowed } from '../src/access/not-allowed.ts';
import type { EntityChanges } from '../src/entities/registry/changes.ts';
import { entityLimits } from '../src/entities/registry/limits.ts';
import { AuthorityTaken, EntityConflict } from '../src/entities/registry/problems.ts';
import { type Saved, saveEntity } from '../src/entities/registry/save.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { AuthorityInput } from './authority.ts';
import { builder } from './builder.ts';
import { Entity, EntityKind, NameKind } from './entity.ts';
import { idOfType } from './global-id.ts';
import { changeRegistry, changesLinkedField, type WithLinked } from './link-changes.ts';
import './entity-errors.ts';

const EntityNameInput = builder.inputType('EntityNameInput', {
  description: 'A name besides the preferred one.',
  fields: (t) => ({
    text: t.string({ required: true, description: `The name, at most ${entityLimits.name} characters.` }),
    language: t.field({ type: 'LanguageTag', description: 'The language that it is in.' }),
    kind: t.field({
      type: NameKind,
      required: true,
      defaultValue: 'VARIANT',
      description: 'How it is a name of the entity; not PREFERRED.',
    }),
  }),
});

const EntityDatesInput = builder.inputType('EntityDatesInput', {
  description: 'When something began and ended. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    start: t.field({ type: 'EDTF', description: 'When it began.' }),
    end: t.field({ type: 'EDTF', description: 'When it ended.' }),
  }),
});

const SaveEntityInput = builder.inputType('SaveEntityInput', {
  description:
    'An entity to add, or to change. Of one that is changed, what is left out stays as it is, and null takes it away.',
  fields: (t) => ({
    entity: t.id({ description: 'The one to change; a new one is added if left out.' }),
    version: t.int({ description: 'The version that the change is made on; needed with `entity`.' }),
    slug: t.string({ description: 'A short name for addresses; that of a new one is made of its name.' }),
    kind: t.field({ type: EntityKind, description: 'What it is; needed for a new one.' }),
    name: t.string({
      description: `The preferred name, at most ${entityLimits.name} characters; needed for a new one.`,
    }),
    nameLanguage: t.field({ type: 'LanguageTag', description: 'The language of the preferred name.' }),
    names: t.field({
      type: [EntityNameInput],
      description: `All its other names from now on, at most ${entityLimits.names}. Those of entities that were merged into it stay in any case.`,
    }),
    description: t.string({
      description: `A few words that tell it from others, at most ${entityLimits.description} characters.`,
    }),
    authorities: t.field({
      type: [AuthorityInput],
      description: `All numbers of registries from now on, at most ${entityLimits.authorities}. Those of entities that were merged into it stay in any case.`,
    }),
    dates: t.field({ type: EntityDatesInput, description: 'When it began and ended.' }),
  }),
});

const SaveEntityPayload = builder.objectRef<WithLinked<Saved>>('SaveEntityPayload').implement({
  description: 'The entity is saved, or was so already.',
  fields: (t) => ({
    entity: t.expose('entity', { type: Entity, description: 'The entity as it is now.' }),
    created: t.exposeBoolean('created', { description: 'Whether it is new.' }),
    warnings: t.exposeStringList('warnings', {
      description:
        'What to think about, each one sentence: a name that is a common word, or that another entity has.',
    }),
    linked: t.field(changesLinkedField),
  }),
});

const SaveEntityResult = builder.errorUnion('SaveEntityResult', {
  description: 'What became of saving an entity.',
  types: [SaveEntityPayload, EntityConflict, AuthorityTaken, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'SaveEntityPayload',
});

type Given = typeof SaveEntityInput.$inferInput;

/** @throws InputInvalid for null where something must be. */
function readChanges({
  kind,
  name,
  nameLanguage,
  names,
  description,
  authorities,
  dates,
}: Given): EntityChanges {
  for (const [field, value] of Object.entries({ kind, name }))
    if (value === null)
      throw new InputInvalid(`An entity cannot be without its ${field}; give another one, or leave it out.`);
  return {
    ...(kind ? { kind } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(nameLanguage === undefined ? {} : { nameLanguage }),
    ...(names === undefined
      ? {}
      : { names: (names ?? []).map((one) => ({ ...one, language: one.language ?? null })) }),
    ...(description === undefined ? {} : { description }),
    ...(authorities === undefined ? {} : { authorities: authorities ?? [] }),
    ...(dates === null ? { startDate: null, endDate: null } : {}),
    ...(dates?.start === undefined ? {} : { startDate: dates.start }),
    ...(dates?.end === undefined ? {} : { endDate: dates.end }),
  };
}

builder.mutationField('saveEntity', (t) =>
  t.field({
    type: SaveEntityResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Adds an entity to the registry, or changes the one that `entity` names; saving that one as it is changes nothing. One that has another id is another entity, whatever its name, so look before you add.',
    args: { input: t.arg({ type: SaveEntityInput, required: true, description: 'What to save.' }) },
    resolve: (_root, { input }, context) => {
      const saving = {
        id: typeof input.entity === 'string' ? idOfType(input.entity, ['Entity'], 'entity') : null,
        version: input.version ?? null,
        slug: input.slug ?? null,
        changes: readChanges(input),
      };
      return changeRegistry(context, () => saveEntity(context.scholion.store, context.principal, saving));
    },
  }),
);
