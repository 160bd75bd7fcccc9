import type { GraphQLResolveInfo } from 'graphql';
import type { AnnotationModel } from './annotation.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';
import { selectedBelow } from './selects.ts';

/**
 * Reads what a query goes on to ask of annotations, so that their fields can answer at once. A field that is not
 * foreseen here answers all the same, only later.
 */
export async function prefetchAnnotations(
  models: readonly AnnotationModel[],
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<void> {
  if (models.length === 0) return;
  const selected = selectedBelow(info);
  const ids = models.map(({ annotation }) => annotation.id);
  await Promise.all([
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

async function prefetchAnchors(
  models: readonly AnnotationModel[],
  loaders: Context['loaders'],
): Promise<void> {
  await Promise.all(
    models.map(async ({ annotation, asOf }) => {
      const { id: annotationId, documentId } = annotation;
      if (asOf !== null) return await loaders.anchors.prefetch([{ annotationId, number: asOf.number }]);
      const latest = found(await loaders.revisionByNumber.read({ documentId, number: null }));
      await Promise.all([
        loaders.text.prefetch([latest.id]),
        loaders.anchors.prefetch([{ annotationId, number: latest.number }]),
      ]);
    }),
  );
}
