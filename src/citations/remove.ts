import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { retryOnConflict } from '../documents/retry.ts';
import { holdSources } from '../hold-sources.ts';
import { InputInvalid } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Citation } from './citation.ts';
import { tellOfCitation } from './citation-events.ts';
import { lockCitation } from './lock.ts';
import { CitationConflict } from './problems.ts';

/**
 * Deletes a citation, so that it can be restored; deleting a deleted one changes nothing.
 * @param version refuses the call when the citation has another one; null deletes whatever it is.
 * @throws NotAllowed, NotFound, CitationConflict
 */
export async function deleteCitation(
  store: Store,
  principal: Principal,
  id: string,
  version: number | null,
): Promise<Citation> {
  return await setDeleted(store, principal, id, version, new Date());
}

/**
 * Brings a deleted citation back; restoring one that is not deleted changes nothing.
 * @throws NotAllowed, NotFound, CitationConflict; InputInvalid where its source was deleted meanwhile.
 */
export async function restoreCitation(
  store: Store,
  principal: Principal,
  id: string,
  version: number | null,
): Promise<Citation> {
  return await setDeleted(store, principal, id, version, null);
}

async function setDeleted(
  store: Store,
  principal: Principal,
  id: string,
  version: number | null,
  deletedAt: Date | null,
): Promise<Citation> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      const current = await lockCitation(transaction, principal, id);
      if (version !== null && current.version !== version) throw new CitationConflict(current);
      if ((current.deletedAt === null) === (deletedAt === null)) return current;
      if (deletedAt === null && (await holdSources(transaction, [current.sourceId])).size === 0)
        throw new InputInvalid(
          'The source of this citation was deleted meanwhile, so the citation cannot be restored; add one of a source that there is.',
        );
      const changed = { ...current, version: current.version + 1, updatedAt: new Date(), deletedAt };
      await transaction.citation.update({
        where: { id },
        data: { version: changed.version, updatedAt: changed.updatedAt, deletedAt },
        select: { id: true },
      });
      const kind = deletedAt === null ? 'CITATION_RESTORED' : 'CITATION_DELETED';
      await tellOfCitation(transaction, kind, agentId, changed);
      return changed;
    }),
  );
}
