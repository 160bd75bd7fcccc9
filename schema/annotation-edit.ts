import { NotAllowed } from '../src/access/not-allowed.ts';
import type { AnnotationContent } from '../src/annotations/annotation.ts';
import { deleteAnnotation, editAnnotation, restoreAnnotation } from '../src/annotations/edit.ts';
import { EditConflict } from '../src/annotations/problems.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { Annotation, type AnnotationModel, Visibility } from './annotation.ts';
import { AnnotationBodyInput, Motivation, readBody } from './annotation-body.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { idOfType } from './global-id.ts';
import './annotation-errors.ts';

const EditAnnotationInput = builder.inputType('EditAnnotationInput', {
  description: 'What to change of an annotation; what is left out stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Which annotation.' }),
    version: t.int({ required: true, description: 'The version that the change is made on.' }),
    motivation: t.field({ type: Motivation, description: 'Why it is made.' }),
    bodies: t.field({ type: [AnnotationBodyInput], description: 'All that it says from now on.' }),
    tags: t.stringList({ description: 'All its tags from now on.' }),
    visibility: t.field({ type: Visibility, description: 'Who sees it.' }),
  }),
});

const DeleteAnnotationInput = builder.inputType('DeleteAnnotationInput', {
  description: 'An annotation to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Which annotation.' }),
    version: t.int({ description: 'Refuses the call when the annotation has another version.' }),
  }),
});

const RestoreAnnotationInput = builder.inputType('RestoreAnnotationInput', {
  description: 'An annotation to restore.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Which annotation.' }),
    version: t.int({ description: 'Refuses the call when the annotation has another version.' }),
  }),
});

function payload(name: string, description: string) {
  return builder.objectRef<AnnotationModel>(name).implement({
    description,
    fields: (t) => ({
      annotation: t.field({
        type: Annotation,
        description: 'The annotation as it is now.',
        resolve: (annotation) => annotation,
      }),
    }),
  });
}

const problems = [EditConflict, InputInvalid, NotFound, NotAllowed];

const EditAnnotationResult = builder.errorUnion('EditAnnotationResult', {
  description: 'What became of an edit.',
  types: [payload('EditAnnotationPayload', 'The annotation was changed.'), ...problems],
  resolveType: () => 'EditAnnotationPayload',
});

const DeleteAnnotationResult = builder.errorUnion('DeleteAnnotationResult', {
  description: 'What became of a deletion.',
  types: [payload('DeleteAnnotationPayload', 'The annotation is deleted, and can be restored.'), ...problems],
  resolveType: () => 'DeleteAnnotationPayload',
});

const RestoreAnnotationResult = builder.errorUnion('RestoreAnnotationResult', {
  description: 'What became of a restoration.',
  types: [payload('RestoreAnnotationPayload', 'The annotation is there again.'), ...problems],
  resolveType: () => 'RestoreAnnotationPayload',
});

function readChanges(given: typeof EditAnnotationInput.$inferInput): Partial<AnnotationContent> {
  const { motivation, bodies, tags, visibility } = given;
  return {
    ...(motivation ? { motivation } : {}),
    ...(bodies ? { bodies: bodies.map(readBody) } : {}),
    ...(tags ? { tags } : {}),
    ...(visibility ? { visibility } : {}),
  };
}

builder.mutationFields((t) => ({
  editAnnotation: t.field({
    type: EditAnnotationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Changes what an annotation says. Only its creator may.',
    args: { input: t.arg({ type: EditAnnotationInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => {
      const { scholion, principal } = context;
      const id = idOfType(input.id, ['Annotation'], 'id');
      const edit = { id, version: input.version, changes: readChanges(input) };
      return {
        annotation: await change(context, () => editAnnotation(scholion.store, principal, edit)),
        asOf: null,
      };
    },
  }),
  deleteAnnotation: t.field({
    type: DeleteAnnotationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Deletes an annotation, so that it can be restored. Its creator may, and editors.',
    args: { input: t.arg({ type: DeleteAnnotationInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { input }, context) => {
      const { scholion, principal } = context;
      const id = idOfType(input.id, ['Annotation'], 'id');
      const annotation = await change(context, () =>
        deleteAnnotation(scholion.store, principal, id, input.version ?? null),
      );
      return { annotation, asOf: null };
    },
  }),
  restoreAnnotation: t.field({
    type: RestoreAnnotationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Brings a deleted annotation back. Its creator may, and editors.',
    args: { input: t.arg({ type: RestoreAnnotationInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { input }, context) => {
      const { scholion, principal } = context;
      const id = idOfType(input.id, ['Annotation'], 'id');
      const annotation = await change(context, () =>
        restoreAnnotation(scholion.store, principal, id, input.version ?? null),
      );
      return { annotation, asOf: null };
    },
  }),
}));
