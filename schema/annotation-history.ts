import type { AnnotationContent } from '../src/annotations/annotation.ts';
import { contentAfter } from '../src/annotations/history.ts';
import { Agent } from './agent.ts';
import { Annotation, Visibility } from './annotation.ts';
import { AnnotationBody, Motivation } from './annotation-body.ts';
import { builder } from './builder.ts';
import { rowCursor } from './cursor.ts';
import { found } from './found.ts';
import { connectionOf, forwardArguments, readPage } from './page.ts';

const eventKinds = [
  'ANNOTATION_ADDED',
  'ANNOTATION_EDITED',
  'ANNOTATION_DELETED',
  'ANNOTATION_RESTORED',
] as const;

const AnnotationEventKind = builder.enumType('AnnotationEventKind', {
  description: 'What happened to an annotation.',
  values: {
    ANNOTATION_ADDED: { description: 'It was made.' },
    ANNOTATION_EDITED: { description: 'What it says was changed.' },
    ANNOTATION_DELETED: { description: 'It was deleted.' },
    ANNOTATION_RESTORED: { description: 'It was brought back.' },
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

const AnnotationEvent = builder.prismaObject('Event', {
  name: 'AnnotationEvent',
  description: 'A change to an annotation.',
  fields: (t) => ({
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
      description: 'The version of the annotation after it.',
      resolve: (event) => contentAfter(event).version,
    }),
    state: t.field({
      type: AnnotationState,
      description: 'What the annotation said after it.',
      resolve: contentAfter,
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
      const read = await loaders.history.load({
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
