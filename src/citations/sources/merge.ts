import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import { InputInvalid, NotFound } from '../../problem.ts';
import type { Store } from '../../store/store.ts';
import { insertSourceEvent } from './events.ts';
import { lockSources } from './lock.ts';
import { readSources, type Source } from './read.ts';

/**
 * Merges a source into another, in one transaction: from then on it is read as that one, with all that cites it. Of one that
 * was merged before, the one that it is read as is meant. Nothing is moved, so that undoing is exact.
 * @returns the one that both are now.
 * @throws NotAllowed, NotFound; InputInvalid where they are one already.
 */
export async function mergeSources(
  store: Store,
  principal: Principal,
  id: string,
  intoId: string,
): Promise<Source> {
  const agentId = requireRole(principal, 'EDITOR');
  if (id === intoId)
    throw new InputInvalid('A source cannot be merged into itself; give another one in `into`.');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockSources(transaction);
      const found = await readSources(transaction, [id, intoId]);
      const [source, into] = [found.get(id), found.get(intoId)];
      if (source === undefined || into === undefined)
        throw new NotFound(
          `There is no source with the id in \`${source === undefined ? 'source' : 'into'}\`; \`sources\` finds those that there are.`,
        );
      if (source.id === into.id)
        throw new InputInvalid(
          `The two are one already, ${source.key}: one was merged into the other before; give another one.`,
        );
      await transaction.$executeRaw`
        UPDATE source SET canonical_id = ${into.id}::uuid,
          merged_into_id = CASE WHEN id = ${source.id}::uuid THEN ${into.id}::uuid ELSE merged_into_id END
        WHERE canonical_id = ${source.id}::uuid`;
      await insertSourceEvent(transaction, {
        kind: 'SOURCES_MERGED',
        agentId,
        sourceId: source.id,
        intoSourceId: into.id,
        state: null,
      });
      return into;
    }),
  );
}
