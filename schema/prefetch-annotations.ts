import type { GraphQLResolveInfo } from 'graphql';
import type { RevisionFound } from '../src/documents/find-revisions.ts';
import type { AnnotationModel } from './annotation.ts';
import type { Context } from './context.ts';
import { selectedBelow } from './selects.ts';
import { whenAll } from './when.ts';

/**
 * Reads what a query goes on to ask of annotations, so that their fields can answer at once. A field that is not
 * foreseen here answers all the same, only later.
 */
export function prefetchAnnotations(
  models: readonly AnnotationModel[],
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> | undefined {
  if (models.length === 0) return undefined;
  const selected = selectedBelow(info);
  const ids = models.map(({ annotation }) => annotation.id);
  return whenAll([
    selected.has('bodies') ? loaders.bodies.prefetch(ids) : null,
    selected.has('creator')
      ? loaders.agent.prefetch(models.map(({ annotation }) => annotation.creatorId))
      : null,
    selected.has('document')
      ? loaders.document.prefetch(models.map(({ annotation }) => annotation.documentId))
      : null,
    selected.has('anchors') ? prefetchAnchors(models, loaders) : null,
  ]);
}

function prefetchAnchors(
  models: readonly AnnotationModel[],
  loaders: Context['loaders'],
): Promise<unknown> | undefined {
  return whenAll(
    models.map(({ annotation, asOf }) => {
      const { id: annotationId, documentId } = annotation;
      if (asOf !== null) return loaders.anchors.prefetch([{ annotationId, number: asOf.number }]);
      const latest = loaders.revisionByNumber.read({ documentId, number: null });
      const prefetch = (revision: RevisionFound | null) =>
        revision === null
          ? undefined
          : whenAll([
              loaders.text.prefetch([revision.id]),
              loaders.anchors.prefetch([{ annotationId, number: revision.number }]),
            ]);
      return latest instanceof Promise ? latest.then(prefetch) : prefetch(latest);
    }),
  );
}
