import type { AnnotationOrder as Order } from '../src/annotations/list.ts';
import { Annotation } from './annotation.ts';
import { AnnotationFilter } from './annotation-filter.ts';
import { documentGround, stretchOf } from './annotation-ground.ts';
import { annotationConnection } from './annotation-page.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import { Document } from './document.ts';
import { Entity } from './entity.ts';
import { forwardArguments, pageArguments } from './page.ts';
import { Source } from './source.ts';

export const AnnotationOrder = builder.enumType('AnnotationOrder', {
  description: 'In which order to list annotations.',
  values: {
    POSITION: { description: 'As they stand in the text: notes on the whole document first, orphans last.' },
    NEWEST: { description: 'The last made first.' },
    OLDEST: { description: 'The first made first.' },
  } satisfies Record<Order, object>,
});

export const AnnotationConnection = builder.connectionObject(
  { type: Annotation, name: 'AnnotationConnection', description: 'A page of annotations.' },
  { name: 'AnnotationEdge', description: 'An annotation in a list.' },
);

const filterArgument = () =>
  builder.args((t) => ({ filter: t.field({ type: AnnotationFilter, description: 'Which of them.' }) }));
const orderArgument = () =>
  builder.args((t) => ({ orderBy: t.field({ type: AnnotationOrder, description: 'In which order.' }) }));

builder.queryField('annotations', (t) =>
  t.field({
    type: AnnotationConnection,
    description: 'The annotations that you may see, newest first unless ordered otherwise.',
    args: { ...filterArgument(), ...orderArgument(), ...pageArguments() },
    resolve: (_root, args, context, info) =>
      annotationConnection({ scope: { kind: 'store' } }, args, context, null, info),
  }),
);

builder.prismaObjectFields(Document, (t) => ({
  annotations: t.field({
    type: AnnotationConnection,
    description:
      'The annotations on the document that you may see, as they stand in its latest revision, in the order of the text unless ordered otherwise.',
    args: { ...filterArgument(), ...orderArgument(), ...pageArguments() },
    resolve: async ({ id }, args, context, info) =>
      annotationConnection(await documentGround(id, context), args, context, null, info),
  }),
}));

builder.interfaceFields(Block, (t) => ({
  annotations: t.field({
    type: AnnotationConnection,
    description:
      "The annotations that touch the block's text, its children's included, in the order of the text.",
    args: { ...filterArgument(), ...forwardArguments() },
    resolve: (block, args, context, info) =>
      annotationConnection(stretchOf(block.revision, block), args, context, block.revision, info),
  }),
}));

builder.objectFields(Annotation, (t) => ({
  replies: t.field({
    type: AnnotationConnection,
    description: 'The replies to it that you may see, oldest first.',
    args: forwardArguments(),
    resolve: ({ annotation }, args, context, info) =>
      annotationConnection(
        { scope: { kind: 'replies', annotationId: annotation.id } },
        { ...args, orderBy: 'OLDEST' },
        context,
        null,
        info,
      ),
  }),
}));

builder.objectFields(Entity, (t) => ({
  annotations: t.field({
    type: AnnotationConnection,
    description: 'The annotations with it as a body that you may see, newest first.',
    args: forwardArguments(),
    resolve: ({ id }, args, context, info) =>
      annotationConnection({ scope: { kind: 'entity', entityId: id } }, args, context, null, info),
  }),
}));

builder.objectFields(Source, (t) => ({
  annotations: t.field({
    type: AnnotationConnection,
    description: 'The annotations with it as a body that you may see, newest first.',
    args: forwardArguments(),
    resolve: ({ id }, args, context, info) =>
      annotationConnection({ scope: { kind: 'source', sourceId: id } }, args, context, null, info),
  }),
}));
