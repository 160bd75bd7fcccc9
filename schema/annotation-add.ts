import { NotAllowed } from '../src/access/not-allowed.ts';
import { type Added, addAnnotations } from '../src/annotations/add.ts';
import type { NewAnnotation } from '../src/annotations/input.ts';
import { annotationLimits } from '../src/annotations/limits.ts';
import {
  type AnnotationProblem,
  isAnnotationProblem,
  QuoteAmbiguous,
  QuoteNotFound,
  RangeInvalid,
} from '../src/annotations/problems.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { Annotation, type AnnotationModel, Visibility } from './annotation.ts';
import { AnnotationBodyInput, Motivation, readBody } from './annotation-body.ts';
import { builder } from './builder.ts';
import { type Context, change } from './context.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';
import { readSelector, SelectorInput } from './selector.ts';
import './annotation-errors.ts';

const AddAnnotationInput = builder.inputType('AddAnnotationInput', {
  description: 'An annotation to add.',
  fields: (t) => ({
    document: t.id({ required: true, description: 'The document that it is on.' }),
    revision: t.int({
      description: 'The revision whose text the client was looking at; the latest if left out.',
    }),
    targets: t.field({
      type: [SelectorInput],
      required: true,
      description:
        'The words that it is about: none for a note on the whole document, several for a discontinuous target.',
    }),
    motivation: t.field({
      type: Motivation,
      required: true,
      defaultValue: 'COMMENTING',
      description: 'Why it is made.',
    }),
    bodies: t.field({
      type: [AnnotationBodyInput],
      required: true,
      description: 'What it says; nothing for a bare highlight.',
    }),
    tags: t.stringList({ description: 'Its tags.' }),
    visibility: t.field({
      type: Visibility,
      required: true,
      defaultValue: 'PUBLIC',
      description: 'Who sees it.',
    }),
    replyTo: t.id({ description: 'The annotation that it replies to.' }),
    idempotencyKey: t.string({
      description: 'Repeating a request with the same key returns the first result and adds nothing.',
    }),
  }),
});

const AddAnnotationPayload = builder.objectRef<AnnotationModel>('AddAnnotationPayload').implement({
  description: 'The annotation was added, or had been by the same request before.',
  fields: (t) => ({
    annotation: t.field({
      type: Annotation,
      description: 'The annotation.',
      resolve: (annotation) => annotation,
    }),
  }),
});

const AddAnnotationResult = builder.errorUnion('AddAnnotationResult', {
  description: 'What became of an annotation to add.',
  types: [
    AddAnnotationPayload,
    QuoteNotFound,
    QuoteAmbiguous,
    RangeInvalid,
    InputInvalid,
    NotFound,
    NotAllowed,
  ],
  resolveType: () => 'AddAnnotationPayload',
});

const AddAnnotationsInput = builder.inputType('AddAnnotationsInput', {
  description: 'Annotations to add in one transaction.',
  fields: (t) => ({
    annotations: t.field({
      type: [AddAnnotationInput],
      required: true,
      description: `The annotations, ${annotationLimits.batch} at most.`,
    }),
  }),
});

interface Batch {
  results: (AnnotationModel | AnnotationProblem)[];
}

const AddAnnotationsPayload = builder.objectRef<Batch>('AddAnnotationsPayload').implement({
  description: 'What became of each annotation.',
  fields: (t) => ({
    results: t.field({
      type: [AddAnnotationResult],
      description: 'In the order of the input.',
      resolve: ({ results }) => results,
    }),
  }),
});

const AddAnnotationsResult = builder.errorUnion('AddAnnotationsResult', {
  description: 'What became of annotations to add.',
  types: [AddAnnotationsPayload, InputInvalid, NotAllowed],
  resolveType: () => 'AddAnnotationsPayload',
});

type Given = typeof AddAnnotationInput.$inferInput;

/** @throws InputInvalid for ids of something else. */
function readAnnotation(given: Given): NewAnnotation {
  return {
    documentId: idOfType(given.document, ['Document'], 'document'),
    revision: given.revision ?? null,
    targets: given.targets.map(readSelector),
    motivation: given.motivation,
    bodies: given.bodies.map(readBody),
    tags: given.tags ?? [],
    visibility: given.visibility,
    replyToId: typeof given.replyTo === 'string' ? idOfType(given.replyTo, ['Annotation'], 'replyTo') : null,
    idempotencyKey: given.idempotencyKey ?? null,
  };
}

function readOrProblem(given: Given): NewAnnotation | AnnotationProblem {
  try {
    return readAnnotation(given);
  } catch (error) {
    if (isAnnotationProblem(error)) return error;
    throw error;
  }
}

function add(context: Context, annotations: NewAnnotation[]): Promise<Added[]> {
  const { scholion, principal } = context;
  return change(context, () => addAnnotations(scholion.store, scholion.texts, principal, annotations));
}

builder.mutationFields((t) => ({
  addAnnotation: t.field({
    type: AddAnnotationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Adds an annotation.',
    args: { input: t.arg({ type: AddAnnotationInput, required: true, description: 'What to add.' }) },
    resolve: async (_root, { input }, context) => {
      const added = await add(context, [readAnnotation(input)]);
      const result = found(added[0]);
      if (isAnnotationProblem(result)) throw result;
      return { annotation: result, asOf: null };
    },
  }),
  addAnnotations: t.field({
    type: AddAnnotationsResult,
    authScopes: { role: 'ANNOTATOR' },
    description:
      'Adds annotations in one transaction, with a result for each: one bad item does not fail the others.',
    args: { input: t.arg({ type: AddAnnotationsInput, required: true, description: 'What to add.' }) },
    resolve: async (_root, { input }, context) => {
      const read = input.annotations.map(readOrProblem);
      const valid = read.filter((one): one is NewAnnotation => !isAnnotationProblem(one));
      const added = await add(context, valid);
      return {
        results: merge(
          read,
          added.map((one) => (isAnnotationProblem(one) ? one : { annotation: one, asOf: null })),
        ),
      };
    },
  }),
}));

/** Puts what became of the readable items back among the unreadable ones. */
function merge(
  read: (NewAnnotation | AnnotationProblem)[],
  added: (AnnotationModel | AnnotationProblem)[],
): Batch['results'] {
  const rest = added[Symbol.iterator]();
  return read.map((one) => (isAnnotationProblem(one) ? one : found(rest.next().value)));
}
