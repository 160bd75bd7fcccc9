import type { GraphQLResolveInfo } from 'graphql';
import type { CitationModel } from './citation.ts';
import type { Context } from './context.ts';
import { selectedBelow } from './selects.ts';
import { whenAll } from './when.ts';

/** Reads what a query goes on to ask of citations, so that their fields can answer at once. */
export function prefetchCitations(
  models: readonly CitationModel[],
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> | undefined {
  if (models.length === 0) return undefined;
  const selected = selectedBelow(info);
  const asks = (...fields: string[]) => fields.some((field) => selected.has(field));
  const sourceIds = models.map(({ citation }) => citation.sourceId);
  const seen = models.map(({ citation, asOf }) => ({
    citationId: citation.id,
    number: asOf?.number ?? null,
  }));
  return whenAll([
    asks('source') ? loaders.source.prefetch(sourceIds) : null,
    asks('creators', 'authors') ? loaders.sourceCreators.prefetch(sourceIds) : null,
    asks('document', 'context')
      ? loaders.document.prefetch(models.map(({ citation }) => citation.documentId))
      : null,
    asks('anchor', 'quoted', 'context') ? loaders.citationAnchors.prefetch(seen) : null,
  ]);
}
