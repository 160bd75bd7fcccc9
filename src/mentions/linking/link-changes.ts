import { type Linked, nothingLinked } from '../../documents/unit-linker.ts';
import { changedNames } from './changed-names.ts';
import { findOccurrences } from './occurrences.ts';
import { type Relinking, relink } from './relink.ts';

/** In how many documents a changed name is looked for at once. */
export const DOCUMENTS_AT_ONCE = 1_000;

/** What looking for changed names did. */
export interface ChangesLinked extends Linked {
  /** How many documents were gone over. */
  documents: number;
  /** In how many others the names may stand; `scholion link` goes over them. */
  documentsLeft: number;
}

/**
 * Looks for what changed in the registry: only in the documents, and there only in the units of text, in which a name
 * that came or went may stand.
 * @param since where the registry's events stood before the change.
 */
export async function linkChanges(
  relinking: Relinking,
  since: bigint,
  limit = DOCUMENTS_AT_ONCE,
): Promise<ChangesLinked> {
  const { prisma } = relinking.store;
  const names = await changedNames(prisma, since);
  if (names.length === 0) return { ...nothingLinked, documents: 0, documentsLeft: 0 };
  const { documents, left } = await findOccurrences(prisma, names, limit);
  const linked = await relink(relinking, documents);
  return { ...linked, documents: documents.length, documentsLeft: left };
}
