import type { GraphQLResolveInfo } from 'graphql';
import { decodeCursor, encodeCursor } from '../src/annotations/cursor.ts';
import type { AnnotationFilter as Filter } from '../src/annotations/filter.ts';
import type { AnnotationKey, ListShape, AnnotationOrder as Order } from '../src/annotations/list.ts';
import { type Scope, textScope } from '../src/annotations/scope.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { resolveRange, type TextRange } from '../src/text/range.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { AnchorStatus } from './anchor.ts';
import { Annotation, type AnnotationModel, Visibility } from './annotation.ts';
import { Motivation } from './annotation-body.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Document } from './document.ts';
import { Entity } from './entity.ts';
import { found } from './found.ts';
import { decodeIdOfType, idOfType } from './global-id.ts';
import { blockTypes } from './node-types.ts';
import {
  type Connection,
  connectionOf,
  connectionOfPlaces,
  forwardArguments,
  type PageGiven,
  pageArguments,
  readPage,
} from './page.ts';
import { prefetchAnnotations } from './prefetch-annotations.ts';
import { selectedBelow } from './selects.ts';
import { Source } from './source.ts';
import { TextRangeInput } from './text-range.ts';

export const AnnotationFilter = builder.inputType('AnnotationFilter', {
  description: 'Which annotations to list; what is left out does not restrict.',
  fields: (t) => ({
    motivations: t.field({ type: [Motivation], description: 'Made for one of these reasons.' }),
    tags: t.stringList({ description: 'With all of these tags.' }),
    creator: t.id({ description: 'Made by this agent.' }),
    entity: t.id({ description: 'With a body of this entity.' }),
    source: t.id({ description: 'With a body of this source.' }),
    visibility: t.field({ type: Visibility, description: 'Seen by these.' }),
    status: t.field({ type: [AnchorStatus], description: 'With an anchor that holds so well.' }),
    overlaps: t.field({
      type: TextRangeInput,
      description:
        'Touching this range of the text of the revision. Where the list is not of a document or block, give `within` too.',
    }),
    within: t.id({ description: 'On this document, or touching the text of this block.' }),
    text: t.string({ description: 'With this in a textual body, in any case of letters.' }),
    createdAfter: t.field({ type: 'DateTime', description: 'Made after this moment.' }),
    includeDeleted: t.boolean({ description: 'Deleted ones too, where you may restore them.' }),
  }),
});

type FilterGiven = typeof AnnotationFilter.$inferInput | null | undefined;

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

/** What of the filter concerns the annotations themselves. @throws InputInvalid */
export function readFilter(given: FilterGiven): Filter {
  const {
    motivations,
    tags,
    creator,
    entity,
    source,
    visibility,
    status,
    text,
    createdAfter,
    includeDeleted,
  } = given ?? {};
  return {
    ...(motivations ? { motivations } : {}),
    ...(tags ? { tags: tags.map((tag) => tag.normalize('NFC').trim()) } : {}),
    ...(typeof creator === 'string' ? { creatorId: idOfType(creator, ['Agent'], 'filter.creator') } : {}),
    ...(typeof entity === 'string' ? { entityId: idOfType(entity, ['Entity'], 'filter.entity') } : {}),
    ...(typeof source === 'string' ? { sourceId: idOfType(source, ['Source'], 'filter.source') } : {}),
    ...(visibility ? { visibility } : {}),
    ...(status ? { status } : {}),
    ...(text ? { text: text.normalize('NFC') } : {}),
    ...(createdAfter ? { createdAfter } : {}),
    ...(includeDeleted ? { includeDeleted } : {}),
  };
}

interface ListGiven extends PageGiven {
  filter?: FilterGiven;
  orderBy?: Order | null;
}

/** A stretch of a revision's text that a list is about, and the scope that it makes. */
interface Stretch {
  scope: Extract<Scope, { kind: 'text' }>;
  revision: RevisionText;
  range: TextRange;
}

/** Where a list stands before its filter narrows it. */
type Ground = { scope: Exclude<Scope, { kind: 'text' }> } | Stretch;

/** Makes the connection of a list. Nothing overlaps a range without words, so then the list is empty. */
async function annotationConnection(
  ground: Ground | null,
  { filter: filterGiven, orderBy, ...pageGiven }: ListGiven,
  context: Context,
  asOf: RevisionText | null,
  info: GraphQLResolveInfo,
): Promise<Connection<AnnotationModel>> {
  const filter = readFilter(filterGiven);
  const page = readPage(pageGiven, (cursor) => cursor);
  const narrowed = ground === null ? null : await narrow(ground, filterGiven, context);
  if (narrowed === null)
    return connectionOf(
      page,
      [],
      () => '',
      () => 0,
    );
  const { scope } = narrowed;
  const order = orderBy ?? (scope.kind === 'text' || scope.kind === 'document' ? 'POSITION' : 'NEWEST');
  if (order === 'POSITION' && scope.kind !== 'text' && scope.kind !== 'document')
    throw new InputInvalid(
      'POSITION orders the annotations of one document; give `filter: {within}` with its id, or another order.',
    );
  const shape = {
    filter,
    order,
    limit: page.size + 1,
    backward: page.backward,
    after: page.after === null ? null : decodeCursor(order, page.after),
    before: page.before === null ? null : decodeCursor(order, page.before),
  };
  const seenFrom = 'range' in narrowed ? narrowed.revision : asOf;
  const listed = (await readListed({ scope, shape }, context, info)).map(({ place, annotation }) => ({
    place,
    model: annotation === null ? null : { annotation, asOf: seenFrom },
  }));
  const models = listed.flatMap(({ model }) => model ?? []);
  await prefetchAnnotations(models, context, info);
  return connectionOfPlaces(
    page,
    listed,
    ({ model }) => model,
    ({ place }) => encodeCursor(order, place),
    () => context.loaders.annotationCount.read({ scope, filter }),
  );
}

/** The annotations on a page; null for one that was made private or deleted since the page was read. */
async function readListed(
  asked: { scope: Scope; shape: ListShape },
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<{ annotation: AnnotationModel['annotation'] | null; place: AnnotationKey }[]> {
  const places = await loaders.annotationPage.read(asked);
  const ids = places.map(({ id }) => id);
  const [annotations] = await Promise.all([
    loaders.annotation.readAll(ids),
    selectedBelow(info).has('bodies') ? loaders.bodies.prefetch(ids) : null,
  ]);
  return places.map((place, index) => {
    const annotation = annotations[index] ?? null;
    const isGone = annotation?.deletedAt !== null && asked.shape.filter.includeDeleted !== true;
    return { annotation: isGone ? null : annotation, place };
  });
}

async function narrow(ground: Ground, given: FilterGiven, context: Context): Promise<Ground | null> {
  const { within, overlaps } = given ?? {};
  const inside = typeof within === 'string' ? await narrowTo(ground, within, context) : ground;
  if (inside === null || !overlaps) return inside;
  const revision = await revisionOf(inside, context);
  const range = resolveRange(revision.offsets, overlaps);
  return stretchOf(revision, 'range' in inside ? intersection(inside.range, range) : range);
}

async function revisionOf(ground: Ground, { loaders }: Context): Promise<RevisionText> {
  if ('revision' in ground) return ground.revision;
  if (ground.scope.kind === 'document') return found(await loaders.text.read(ground.scope.revisionId));
  throw new InputInvalid(
    '`overlaps` needs a text to count in; give `within` with the id of a document or block too.',
  );
}

function stretchOf(revision: RevisionText, { start, end }: TextRange): Stretch | null {
  const scope = start < end ? textScope(revision, { start, end }) : null;
  return scope === null ? null : { scope, revision, range: { start, end } };
}

function intersection(a: TextRange, b: TextRange): TextRange {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

async function narrowTo(ground: Ground, within: string, context: Context): Promise<Ground | null> {
  const { typename, id } = decodeIdOfType(within, ['Document', ...blockTypes], 'filter.within');
  const there = typename === 'Document' ? await documentGround(id, context) : await blockGround(id, context);
  if (there === null) throw new NotFound('There is nothing with the id in `filter.within`.');
  if (ground.scope.kind === 'store') return there;
  if (!('documentId' in ground.scope) || !('documentId' in there.scope))
    throw new InputInvalid('`within` does not apply to replies; leave it out.');
  if (ground.scope.documentId !== there.scope.documentId) return null;
  if (!('range' in there)) return ground;
  if (!('range' in ground)) return there;
  if (ground.revision.id !== there.revision.id) return null;
  return stretchOf(there.revision, intersection(ground.range, there.range));
}

async function documentGround(documentId: string, { loaders }: Context): Promise<Ground | null> {
  const latest = await loaders.revisionByNumber.read({ documentId, number: null });
  if (latest === null) return null;
  return { scope: { kind: 'document', documentId, revisionId: latest.id, number: latest.number } };
}

async function blockGround(blockId: string, { loaders }: Context): Promise<Ground | null> {
  const revisionId = await loaders.revisionOfBlock.read(blockId);
  const revision = revisionId === null ? null : await loaders.text.read(revisionId);
  const block = revision?.blockById(blockId);
  return block === undefined ? null : stretchOf(block.revision, block);
}

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
