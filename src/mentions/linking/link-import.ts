import type { Linked } from '../../documents/unit-linker.ts';
import type { Client } from '../../store/store.ts';
import { changedNames } from './changed-names.ts';
import { findOccurrences } from './occurrences.ts';
import { type Relinked, type Relinking, relink } from './relink.ts';

/** From so many changed entities on, going over all documents is no more work than looking for each name. */
const MANY = 2_000;

/** No limit: an import looks everywhere. */
const ALL = 2_147_483_647;

/** What linking after an import did. */
export interface ImportLinked extends Linked {
  documents: number;
}

/**
 * Looks for the names that an import of entities brought, in all documents where they may stand.
 * @param since where the registry's events stood before the import.
 * @param onStart called with how many documents are to be gone over.
 * @param onDone called after each few documents, with how many these were.
 */
export async function linkImport(
  relinking: Relinking,
  since: bigint,
  onStart: (documents: number) => void = () => undefined,
  onDone: (documents: number) => void = () => undefined,
): Promise<ImportLinked> {
  const documents = await documentsFor(relinking.store.prisma, since);
  onStart(documents.length);
  return { ...(await relink(relinking, documents, onDone)), documents: documents.length };
}

async function documentsFor(statements: Client, since: bigint): Promise<Relinked[]> {
  const [{ count } = { count: 0 }] = await statements.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM event WHERE entity_id IS NOT NULL AND sequence > ${since}`;
  if (count === 0) return [];
  if (count < MANY)
    return (await findOccurrences(statements, await changedNames(statements, since), ALL)).documents;
  const all = await statements.document.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  return all.map(({ id }) => ({ documentId: id, unitIds: null }));
}
