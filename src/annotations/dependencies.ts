import type { Dependency } from '../memory/dependencies.ts';
import { stretchesBetween } from '../memory/id-stretches.ts';
import type { AnnotationFilter } from './filter.ts';
import type { AnnotationKey, ListShape } from './list.ts';
import type { Scope } from './scope.ts';

/** What a page of annotations depends on, apart from what they say. */
export function dependenciesOfPage(
  scope: Scope,
  shape: ListShape,
  page: readonly AnnotationKey[],
): Dependency[] {
  const stretches = shape.order === 'POSITION' ? null : stretchesOfPage(shape, page);
  if (scope.kind !== 'store' || stretches === null) return dependenciesOfList(scope, shape.filter);
  return [
    ...stretches.map((stretch): Dependency => `annotations-in:${stretch}`),
    ...(shape.filter.status === undefined ? [] : (['annotations-carried'] as const)),
    ...registriesOf(shape.filter),
  ];
}

/** What it depends on which annotations are in a list, and so their number. */
export function dependenciesOfList(scope: Scope, filter: AnnotationFilter): Dependency[] {
  const part = isOnContent(filter) ? 'annotations' : 'annotation-places';
  switch (scope.kind) {
    case 'document':
      return [`${part}:${scope.documentId}`, ...registriesOf(filter)];
    case 'text':
      return scope.unitIds === null
        ? [`${part}:${scope.documentId}`, ...registriesOf(filter)]
        : [...dependenciesAt(scope.documentId, scope.unitIds), ...registriesOf(filter)];
    case 'entity':
      return ['annotations', 'entities'];
    case 'source':
      return ['annotations', 'sources'];
    default:
      return [part, ...registriesOf(filter)];
  }
}

/** What depends on the annotations that touch some units of a document's text. */
export function dependenciesAt(documentId: string, unitIds: readonly string[]): Dependency[] {
  return [
    ...unitIds.map((id): Dependency => `annotations-at:${id}`),
    `annotations-across:${documentId}`,
    `annotations-carried:${documentId}`,
  ];
}

/** What of the registries a filter looks into, as merging changes what an annotation speaks of. */
export function registriesOf({ entityId, sourceId }: AnnotationFilter): Dependency[] {
  return [
    ...(entityId === undefined ? [] : (['entities'] as const)),
    ...(sourceId === undefined ? [] : (['sources'] as const)),
  ];
}

/** Whether a filter looks into what annotations say. */
function isOnContent({ motivations, tags, text, entityId, sourceId }: AnnotationFilter): boolean {
  return [motivations, tags, text, entityId, sourceId].some((one) => one !== undefined);
}

/** The stretches of ids that a page in the order of ids was taken from; null where it has no bound on one side. */
function stretchesOfPage(
  { order, backward, after, before, limit }: ListShape,
  page: readonly AnnotationKey[],
): string[] | null {
  const ids = page.map(({ id }) => id).sort();
  const isFull = page.length >= limit;
  const isDescending = order === 'NEWEST';
  const highest = (isDescending ? after : before)?.id;
  const lowest = (isDescending ? before : after)?.id;
  const readsDown = isDescending !== backward;
  const from = readsDown && isFull ? ids[0] : lowest;
  const to = !readsDown && isFull ? ids.at(-1) : highest;
  return from === undefined || to === undefined ? null : stretchesBetween(from, to);
}
