import type { Document } from '../store/generated/client.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Client } from '../store/store.ts';

/**
 * How a document is locked until the transaction ends: one that publishes keeps out others that do and those who work
 * out where something points in it; one that only works that out keeps out the former. Neither keeps anybody from
 * writing what merely belongs to the document.
 */
export type DocumentLock = 'to-publish' | 'to-point';

const LOCKS = { 'to-publish': Prisma.sql`FOR NO KEY UPDATE`, 'to-point': Prisma.sql`FOR SHARE` };

/** Locks a document and reads it as it is then; null where there is none. */
export async function lockDocument(
  statements: Client,
  by: { id: string } | { slug: string },
  lock: DocumentLock,
): Promise<Document | null> {
  const where = 'id' in by ? Prisma.sql`id = ${by.id}::uuid` : Prisma.sql`slug = ${by.slug}`;
  const locked = await statements.$queryRaw<
    { id: string }[]
  >`SELECT id FROM document WHERE ${where} ${LOCKS[lock]}`;
  const id = locked[0]?.id;
  return id === undefined ? null : await statements.document.findUnique({ where: { id } });
}
