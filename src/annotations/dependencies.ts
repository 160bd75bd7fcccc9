import type { Dependency } from '../memory/dependencies.ts';
import type { AnnotationFilter } from './filter.ts';
import type { Scope } from './scope.ts';

/** What a list of annotations, or their number, depends on. */
export function dependenciesOfList(scope: Scope, filter: AnnotationFilter): Dependency[] {
  switch (scope.kind) {
    case 'document':
    case 'text':
      return [`annotations:${scope.documentId}`, ...registriesOf(filter)];
    case 'entity':
      return ['annotations', 'entities'];
    case 'source':
      return ['annotations', 'sources'];
    default:
      return ['annotations', ...registriesOf(filter)];
  }
}

/** What of the registries a filter looks into, as merging changes what an annotation speaks of. */
export function registriesOf({ entityId, sourceId }: AnnotationFilter): Dependency[] {
  return [
    ...(entityId === undefined ? [] : (['entities'] as const)),
    ...(sourceId === undefined ? [] : (['sources'] as const)),
  ];
}
