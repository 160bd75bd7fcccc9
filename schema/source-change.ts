import { NotAllowed } from '../src/access/not-allowed.ts';
import { deleteSource } from '../src/citations/sources/delete.ts';
import { mergeSources } from '../src/citations/sources/merge.ts';
import { SourceCited, SourceConflict } from '../src/citations/sources/problems.ts';
import type { Source as SourceRow } from '../src/citations/sources/read.ts';
import { undoSourceMerge } from '../src/citations/sources/undo-merge.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { idOfType } from './global-id.ts';
import { Source } from './source.ts';
import './source-errors.ts';

const DeleteSourceInput = builder.inputType('DeleteSourceInput', {
  description: 'A source to delete.',
  fields: (t) => ({
    source: t.id({ required: true, description: 'Which source.' }),
    version: t.int({ description: 'Refuses the call when the source has another version.' }),
  }),
});

const MergeSourcesInput = builder.inputType('MergeSourcesInput', {
  description: 'Two sources that are one work.',
  fields: (t) => ({
    source: t.id({ required: true, description: 'The one to merge.' }),
    into: t.id({ required: true, description: 'The one that it becomes.' }),
  }),
});

const UndoSourceMergeInput = builder.inputType('UndoSourceMergeInput', {
  description: 'A merge to undo.',
  fields: (t) => ({
    source: t.id({ required: true, description: 'The one that was merged, by the id that it had.' }),
  }),
});

function payload(name: string, description: string, ofSource: string) {
  return builder.objectRef<SourceRow>(name).implement({
    description,
    fields: (t) => ({
      source: t.field({ type: Source, description: ofSource, resolve: (source) => source }),
    }),
  });
}

const DeleteSourceResult = builder.errorUnion('DeleteSourceResult', {
  description: 'What became of a deletion.',
  types: [
    payload('DeleteSourcePayload', 'The source is deleted.', 'The source as it was last.'),
    SourceCited,
    SourceConflict,
    InputInvalid,
    NotFound,
    NotAllowed,
  ],
  resolveType: () => 'DeleteSourcePayload',
});

const MergeSourcesResult = builder.errorUnion('MergeSourcesResult', {
  description: 'What became of a merge.',
  types: [
    payload('MergeSourcesPayload', 'The two are one now.', 'The one that both are now.'),
    InputInvalid,
    NotFound,
    NotAllowed,
  ],
  resolveType: () => 'MergeSourcesPayload',
});

const UndoSourceMergeResult = builder.errorUnion('UndoSourceMergeResult', {
  description: 'What became of undoing a merge.',
  types: [
    payload('UndoSourceMergePayload', 'The two are apart again.', 'The one that stands for itself again.'),
    InputInvalid,
    NotFound,
    NotAllowed,
  ],
  resolveType: () => 'UndoSourceMergePayload',
});

builder.mutationFields((t) => ({
  deleteSource: t.field({
    type: DeleteSourceResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Deletes a source that nothing cites, for good: its key is free then, and only saving or importing it anew brings it back.',
    args: { input: t.arg({ type: DeleteSourceInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const id = idOfType(input.source, ['Source'], 'source');
      const { scholion, principal } = context;
      return change(context, () => deleteSource(scholion.store, principal, id, input.version ?? null));
    },
  }),
  mergeSources: t.field({
    type: MergeSourcesResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Merges a source into another one: what cites it cites that one from then on, and its id, key, DOI and ISBN lead there. What is known of either stays as it is.',
    args: { input: t.arg({ type: MergeSourcesInput, required: true, description: 'Which ones.' }) },
    resolve: (_root, { input }, context) => {
      const id = idOfType(input.source, ['Source'], 'source');
      const intoId = idOfType(input.into, ['Source'], 'into');
      return change(context, () => mergeSources(context.scholion.store, context.principal, id, intoId));
    },
  }),
  undoSourceMerge: t.field({
    type: UndoSourceMergeResult,
    authScopes: { role: 'EDITOR' },
    description: 'Undoes a merge, whatever was merged since: what was merged stands for itself again.',
    args: { input: t.arg({ type: UndoSourceMergeInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const id = idOfType(input.source, ['Source'], 'source');
      return change(context, () => undoSourceMerge(context.scholion.store, context.principal, id));
    },
  }),
}));
