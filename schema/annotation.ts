import type { Annotation as AnnotationRow } from '../src/annotations/annotation.ts';
import type { Visibility as Visibilities } from '../src/store/generated/enums.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { Agent } from './agent.ts';
import { Anchor, type AnchorModel, rangeIn } from './anchor.ts';
import { AnnotationBody, Motivation } from './annotation-body.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Document } from './document.ts';
import { found } from './found.ts';
import { loadNodes } from './load-nodes.ts';
import { when } from './when.ts';

/** An annotation as seen from a revision: the one whose blocks were asked for it, or the latest when null. */
export interface AnnotationModel {
  annotation: AnnotationRow;
  asOf: RevisionText | null;
}

export const Visibility = builder.enumType('Visibility', {
  description: 'Who sees an annotation.',
  values: {
    PUBLIC: { description: 'Everybody.' },
    PRIVATE: { description: 'Its creator.' },
  } satisfies Record<keyof typeof Visibilities, object>,
});

export const Annotation = builder.node(builder.objectRef<AnnotationModel>('Annotation'), {
  description: 'What someone says of a place in a text, or of a whole document.',
  id: { resolve: ({ annotation }) => annotation.id },
  loadMany: (ids, { loaders }) =>
    loadNodes('Annotation', ids, async (id) => {
      const annotation = await loaders.annotation.read(id);
      return annotation === null ? null : { annotation, asOf: null };
    }),
  fields: (t) => ({
    document: t.field({
      type: Document,
      description: 'The document that it is on.',
      resolve: ({ annotation }, _args, { loaders }) =>
        when(loaders.document.read(annotation.documentId), found),
    }),
    motivation: t.field({
      type: Motivation,
      description: 'Why it was made.',
      resolve: ({ annotation }) => annotation.motivation,
    }),
    bodies: t.field({
      type: [AnnotationBody],
      description: 'What it says; nothing for a bare highlight.',
      resolve: ({ annotation }, _args, { loaders }) =>
        when(loaders.bodies.read(annotation.id), (bodies) => bodies ?? []),
    }),
    anchors: t.field({
      type: [Anchor],
      description:
        'Where it points, in the order of the text: nowhere for a note on the whole document; to several places for a discontinuous target.',
      resolve: anchorsOf,
    }),
    tags: t.field({
      type: ['String'],
      description: 'Its tags.',
      resolve: ({ annotation }) => annotation.tags,
    }),
    visibility: t.field({
      type: Visibility,
      description: 'Who sees it.',
      resolve: ({ annotation }) => annotation.visibility,
    }),
    creator: t.field({
      type: Agent,
      description: 'Who made it.',
      resolve: ({ annotation }, _args, { loaders }) => when(loaders.agent.read(annotation.creatorId), found),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was made.',
      resolve: ({ annotation }) => annotation.createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last changed.',
      resolve: ({ annotation }) => annotation.updatedAt,
    }),
    version: t.int({
      description: 'Send it back with an edit; a stale one is refused with EditConflict.',
      resolve: ({ annotation }) => annotation.version,
    }),
    deletedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was deleted; null unless it is.',
      resolve: ({ annotation }) => annotation.deletedAt,
    }),
  }),
});

builder.objectFields(Annotation, (t) => ({
  replyTo: t.field({
    type: Annotation,
    nullable: true,
    description: 'The annotation that it replies to, where you may see that.',
    resolve: async ({ annotation }, _args, { loaders }) => {
      const repliedTo =
        annotation.replyToId === null ? null : await loaders.annotation.read(annotation.replyToId);
      return repliedTo === null ? null : { annotation: repliedTo, asOf: null };
    },
  }),
}));

function anchorsOf(
  { annotation, asOf }: AnnotationModel,
  _args: object,
  { loaders }: Context,
): AnchorModel[] | Promise<AnchorModel[]> {
  const standing = asOf === null ? latestText(annotation.documentId, loaders) : asOf;
  return when(standing, (revision) =>
    when(loaders.anchors.read({ annotationId: annotation.id, number: revision.number }), (rows) =>
      inOrder(rows.map((row): AnchorModel => ({ kind: 'stored', revision, row }))),
    ),
  );
}

/** In the order of the text as it is in the revision asked for; those without words last. */
function inOrder(anchors: AnchorModel[]): AnchorModel[] {
  if (anchors.length < 2) return anchors;
  return anchors
    .map((anchor) => ({ anchor, start: rangeIn(anchor)?.start ?? Number.MAX_SAFE_INTEGER }))
    .sort((a, b) => a.start - b.start)
    .map(({ anchor }) => anchor);
}

function latestText(documentId: string, loaders: Context['loaders']): RevisionText | Promise<RevisionText> {
  return when(loaders.revisionByNumber.read({ documentId, number: null }), (latest) =>
    when(loaders.text.read(found(latest).id), found),
  );
}
