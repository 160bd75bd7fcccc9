import type { GraphQLResolveInfo } from 'graphql';
import { decodeCursor, encodeCursor } from '../src/annotations/cursor.ts';
import type { AnnotationKey, ListShape, AnnotationOrder as Order } from '../src/annotations/list.ts';
import type { Scope } from '../src/annotations/scope.ts';
import { InputInvalid } from '../src/problem.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import type { AnnotationModel } from './annotation.ts';
import { type FilterGiven, readFilter } from './annotation-filter.ts';
import { type Ground, narrow } from './annotation-ground.ts';
import type { Context } from './context.ts';
import { type Connection, connectionOf, connectionOfPlaces, type PageGiven, readPage } from './page.ts';
import { prefetchAnnotations } from './prefetch-annotations.ts';
import { selectedBelow } from './selects.ts';

interface ListGiven extends PageGiven {
  filter?: FilterGiven;
  orderBy?: Order | null;
}

/** Makes the connection of a list. Nothing overlaps a range without words, so then the list is empty. */
export async function annotationConnection(
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
