import { NotAllowed } from '../src/access/not-allowed.ts';
import { EditConflict, QuoteAmbiguous, QuoteNotFound, RangeInvalid } from '../src/annotations/problems.ts';
import { reanchorAnnotation } from '../src/annotations/reanchor.ts';
import { undoAnchorChange } from '../src/annotations/undo-anchor-change.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { Annotation, type AnnotationModel } from './annotation.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { idOfType } from './global-id.ts';
import { readSelector, SelectorInput } from './selector.ts';
import './annotation-errors.ts';

const ReanchorAnnotationInput = builder.inputType('ReanchorAnnotationInput', {
  description: 'Other words for an annotation to point at.',
  fields: (t) => ({
    annotation: t.id({ required: true, description: 'Which annotation.' }),
    version: t.int({ required: true, description: 'The version that the change is made on.' }),
    anchor: t.id({ description: 'Which of its anchors to replace; may be left out where it has but one.' }),
    target: t.field({
      type: SelectorInput,
      required: true,
      description: 'The words, in the latest revision.',
    }),
  }),
});

const UndoAnchorChangeInput = builder.inputType('UndoAnchorChangeInput', {
  description: 'A change of where an annotation points, to undo.',
  fields: (t) => ({
    event: t.id({
      required: true,
      description: 'The event of it in the history: ANCHORS_CARRIED or ANNOTATION_REANCHORED.',
    }),
    version: t.int({ required: true, description: 'The version of the annotation that this is decided on.' }),
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

const ReanchorAnnotationResult = builder.errorUnion('ReanchorAnnotationResult', {
  description: 'What became of making an annotation point at other words.',
  types: [
    payload('ReanchorAnnotationPayload', 'The annotation points at the words.'),
    EditConflict,
    QuoteNotFound,
    QuoteAmbiguous,
    RangeInvalid,
    InputInvalid,
    NotFound,
    NotAllowed,
  ],
  resolveType: () => 'ReanchorAnnotationPayload',
});

const UndoAnchorChangeResult = builder.errorUnion('UndoAnchorChangeResult', {
  description: 'What became of undoing a change of anchors.',
  types: [
    payload('UndoAnchorChangePayload', 'The change was undone, from the latest revision on.'),
    EditConflict,
    InputInvalid,
    NotFound,
    NotAllowed,
  ],
  resolveType: () => 'UndoAnchorChangePayload',
});

builder.mutationFields((t) => ({
  reanchorAnnotation: t.field({
    type: ReanchorAnnotationResult,
    authScopes: { role: 'ANNOTATOR' },
    description:
      'Makes an annotation point at other words of the latest revision, or confirms those that it was put on. Earlier revisions show it where it was. Its creator may, and editors.',
    args: {
      input: t.arg({ type: ReanchorAnnotationInput, required: true, description: 'Which, and where to.' }),
    },
    resolve: async (_root, { input: { annotation, version, anchor, target } }, context) => {
      const { scholion, principal } = context;
      const reanchoring = {
        annotationId: idOfType(annotation, ['Annotation'], 'annotation'),
        version,
        anchorId: typeof anchor === 'string' ? idOfType(anchor, ['Anchor'], 'anchor') : null,
        target: readSelector(target),
      };
      return {
        annotation: await change(context, () =>
          reanchorAnnotation(scholion.store, scholion.texts, principal, reanchoring),
        ),
        asOf: null,
      };
    },
  }),
  undoAnchorChange: t.field({
    type: UndoAnchorChangeResult,
    authScopes: { role: 'ANNOTATOR' },
    description:
      'Undoes what an event did to anchors, unless they were changed again since. An anchor that was replaced by hand is there again; one that a new revision put on other words is taken off them, and is ORPHANED until its own words come back. The creator of the annotation may, and editors.',
    args: { input: t.arg({ type: UndoAnchorChangeInput, required: true, description: 'Which change.' }) },
    resolve: async (_root, { input: { event, version } }, context) => {
      const { scholion, principal } = context;
      const undoing = { eventId: idOfType(event, ['AnnotationEvent'], 'event'), version };
      return {
        annotation: await change(context, () =>
          undoAnchorChange(scholion.store, scholion.texts, principal, undoing),
        ),
        asOf: null,
      };
    },
  }),
}));
