import type { AnnotationContent } from '../src/annotations/annotation.ts';
import { contentAfter, versionAfter } from '../src/annotations/history.ts';
import { movesOf } from '../src/documents/anchor-moves.ts';
import { Agent } from './agent.ts';
import { AnchorStanding, type AnchorStandingModel, standingRecorded } from './anchor-standing.ts';
import { Annotation, Visibility } from './annotation.ts';
import { AnnotationBody, Motivation } from './annotation-body.ts';
import { builder } from './builder.ts';
import { rowCursor } from './cursor.ts';
import { found } from './found.ts';
import { encodeGlobalId } from './global-id.ts';
import { connectionOf, forwardArguments, readPage } from './page.ts';
import { Revision } from './revision.ts';

const eventKinds = [
  'ANNOTATION_ADDED',
  'ANNOTATION_EDITED',
  'ANNOTATION_DELETED',
  'ANNOTATION_RESTORED',
  'ANCHORS_CARRIED',
  'ANNOTATION_REANCHORED',
  'ANCHOR_CHANGE_UNDONE',
] as const;

const AnnotationEventKind = builder.enumType('AnnotationEventKind', {
  description: 'What happened to an annotation.',
  values: {
    ANNOTATION_ADDED: { description: 'It was made.' },
    ANNOTATION_EDITED: { description: 'What it says was changed.' },
    ANNOTATION_DELETED: { description: 'It was deleted.' },
    ANNOTATION_RESTORED: { description: 'It was brought back.' },
    ANCHORS_CARRIED: { description: 'A new revision of the text changed what it points at.' },
    ANNOTATION_REANCHORED: { description: 'Somebody made it point at other words.' },
    ANCHOR_CHANGE_UNDONE: { description: 'One of the two before was undone.' },
  } satisfies Record<(typeof eventKinds)[number], object>,
});

const AnnotationState = builder.objectRef<AnnotationContent>('AnnotationState').implement({
  description: 'What an annotation said at a time.',
  fields: (t) => ({
    motivation: t.expose('motivation', { type: Motivation, description: 'Why it was made.' }),
    bodies: t.expose('bodies', { type: [AnnotationBody], description: 'What it said.' }),
    tags: t.exposeStringList('tags', { description: 'Its tags.' }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who saw it.' }),
  }),
});

const AnchorMove = builder
  .objectRef<{ from: AnchorStandingModel; to: AnchorStandingModel }>('AnchorMove')
  .implement({
    description: 'How an anchor of an annotation came to point elsewhere.',
    fields: (t) => ({
      from: t.expose('from', { type: AnchorStanding, description: 'As it stood before.' }),
      to: t.expose('to', { type: AnchorStanding, description: 'As it stood then.' }),
    }),
  });

const AnnotationEvent = builder.prismaObject('Event', {
  name: 'AnnotationEvent',
  description: 'A change to an annotation.',
  fields: (t) => ({
    id: t.id({
      description: 'By which `undoAnchorChange` knows it.',
      resolve: ({ id }) => encodeGlobalId('AnnotationEvent', id),
    }),
    kind: t.field({
      type: AnnotationEventKind,
      description: 'What happened.',
      resolve: (event) => found(eventKinds.find((kind) => kind === event.kind)),
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When.' }),
    agent: t.field({
      type: Agent,
      description: 'Who did it.',
      resolve: async ({ agentId }, _args, { loaders }) => found(await loaders.agent.read(agentId)),
    }),
    version: t.int({
      nullable: true,
      description:
        'The version of the annotation after it; null where a new revision moved its anchors, which is none.',
      resolve: versionAfter,
    }),
    state: t.field({
      type: AnnotationState,
      nullable: true,
      description:
        'What the annotation said after it; null where it changed only where the annotation points.',
      resolve: contentAfter,
    }),
    revision: t.field({
      type: Revision,
      nullable: true,
      description: 'The revision that moved its anchors; null where none did.',
      resolve: ({ revisionId }, _args, { loaders }) =>
        revisionId === null ? null : loaders.revision.read(revisionId),
    }),
    anchors: t.field({
      type: [AnchorMove],
      description: 'Which of its anchors it moved, from where to where.',
      resolve: (event, _args, context) =>
        Promise.all(
          movesOf(event).map(async ({ from, to }) => ({
            from: await standingRecorded(from, context),
            to: await standingRecorded(to, context),
          })),
        ),
    }),
  }),
});

const AnnotationEventConnection = builder.connectionObject(
  {
    type: AnnotationEvent,
    name: 'AnnotationEventConnection',
    description: 'A page of changes to an annotation.',
  },
  { name: 'AnnotationEventEdge', description: 'A change in a list.' },
);

builder.objectFields(Annotation, (t) => ({
  history: t.field({
    type: AnnotationEventConnection,
    description: 'What happened to it, the first event first.',
    args: forwardArguments(),
    resolve: async ({ annotation }, args, { loaders }) => {
      const page = readPage(args, rowCursor.decode);
      const read = await loaders.history.read({
        annotationId: annotation.id,
        page: { limit: page.size + 1, after: page.after },
      });
      return connectionOf(
        page,
        read,
        rowCursor.encode,
        async () => (await loaders.historyCount.read(annotation.id)) ?? 0,
      );
    },
  }),
}));
