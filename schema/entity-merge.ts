import { NotAllowed } from '../src/access/not-allowed.ts';
import { type Merged, mergeEntities } from '../src/entities/registry/merge.ts';
import { type Parted, undoMerge } from '../src/entities/registry/undo-merge.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { EntityEvent } from './entity-history.ts';
import { idOfType } from './global-id.ts';
import { changeRegistry, changesLinkedField, type WithLinked } from './link-changes.ts';

const MergeEntitiesInput = builder.inputType('MergeEntitiesInput', {
  description: 'Two entities that are one.',
  fields: (t) => ({
    entity: t.id({ required: true, description: 'The one to merge.' }),
    into: t.id({ required: true, description: 'The one that it becomes.' }),
  }),
});

const UndoMergeInput = builder.inputType('UndoMergeInput', {
  description: 'A merge to undo.',
  fields: (t) => ({
    event: t.id({ required: true, description: 'The event of the merge, from the history of the entity.' }),
  }),
});

const MergeEntitiesPayload = builder.objectRef<WithLinked<Merged>>('MergeEntitiesPayload').implement({
  description: 'The two are one now.',
  fields: (t) => ({
    entity: t.expose('entity', { type: Entity, description: 'The one that both are now.' }),
    event: t.expose('event', { type: EntityEvent, description: 'The merge, by which it can be undone.' }),
    linked: t.field(changesLinkedField),
  }),
});

const UndoMergePayload = builder.objectRef<WithLinked<Parted>>('UndoMergePayload').implement({
  description: 'The two are apart again.',
  fields: (t) => ({
    entity: t.expose('entity', { type: Entity, description: 'The one that stands for itself again.' }),
    from: t.expose('from', { type: Entity, description: 'The one that it was.' }),
    event: t.expose('event', { type: EntityEvent, description: 'What was done now.' }),
    linked: t.field(changesLinkedField),
  }),
});

const MergeEntitiesResult = builder.errorUnion('MergeEntitiesResult', {
  description: 'What became of a merge.',
  types: [MergeEntitiesPayload, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'MergeEntitiesPayload',
});

const UndoMergeResult = builder.errorUnion('UndoMergeResult', {
  description: 'What became of undoing a merge.',
  types: [UndoMergePayload, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'UndoMergePayload',
});

builder.mutationFields((t) => ({
  mergeEntities: t.field({
    type: MergeEntitiesResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Merges an entity into another one of its kind: its names, authorities, mentions and bodies are those of that one from then on, and its id and slug lead there.',
    args: { input: t.arg({ type: MergeEntitiesInput, required: true, description: 'Which ones.' }) },
    resolve: (_root, { input }, context) => {
      const ids = {
        entityId: idOfType(input.entity, ['Entity'], 'entity'),
        intoId: idOfType(input.into, ['Entity'], 'into'),
      };
      return changeRegistry(context, () => mergeEntities(context.scholion.store, context.principal, ids));
    },
  }),
  undoMerge: t.field({
    type: UndoMergeResult,
    authScopes: { role: 'EDITOR' },
    description: 'Undoes a merge, whatever was merged since: what was merged stands for itself again.',
    args: { input: t.arg({ type: UndoMergeInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const eventId = idOfType(input.event, ['EntityEvent'], 'event');
      return changeRegistry(context, () => undoMerge(context.scholion.store, context.principal, eventId));
    },
  }),
}));
