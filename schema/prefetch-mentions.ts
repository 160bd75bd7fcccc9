import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';
import type { MentionModel } from './mention.ts';
import { selectedBelow } from './selects.ts';
import { whenAll } from './when.ts';

/** Reads what a query goes on to ask of mentions, so that their fields can answer at once. */
export function prefetchMentions(
  models: readonly MentionModel[],
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> | undefined {
  if (models.length === 0) return undefined;
  const selected = selectedBelow(info);
  const seen = models.map(({ mention, asOf }) => ({ mentionId: mention.id, number: asOf?.number ?? null }));
  const asks = (...fields: string[]) => fields.some((field) => selected.has(field));
  return whenAll([
    asks('entity') ? loaders.entity.prefetch(models.map(({ mention }) => mention.entityId)) : null,
    asks('document', 'context')
      ? loaders.document.prefetch(models.map(({ mention }) => mention.documentId))
      : null,
    asks('anchor', 'surface', 'context') ? loaders.mentionAnchor.prefetch(seen) : null,
    asks('nestedIn') ? loaders.mentionHolder.prefetch(seen) : null,
  ]);
}
