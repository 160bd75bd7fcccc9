import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import type { RevisionTexts } from '../../documents/revision-texts.ts';
import type { Linked, UnitLinker } from '../../documents/unit-linker.ts';
import { NotFound } from '../../problem.ts';
import type { Store } from '../../store/store.ts';
import { relink } from './relink.ts';

/** What linking works with. */
export interface LinkingService {
  store: Store;
  texts: RevisionTexts;
  linker: UnitLinker;
}

/** Looks for entities in the whole latest text of a document, in one transaction. @throws NotAllowed, NotFound */
export async function linkDocument(
  service: LinkingService,
  principal: Principal,
  documentId: string,
): Promise<Linked> {
  const agentId = requireRole(principal, 'EDITOR');
  const document = await service.store.prisma.document.findUnique({
    where: { id: documentId },
    select: { id: true },
  });
  if (document === null)
    throw new NotFound('There is no document with this id; `documents` lists those that there are.');
  return await relink({ ...service, agentId }, [{ documentId, unitIds: null }]);
}
