import type { Document, Revision } from '../store/generated/client.ts';
import type { Client } from '../store/store.ts';

export async function latestRevisionOf(
  statements: Client,
  { id, latestRevision }: Document,
): Promise<Revision> {
  return await statements.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: id, number: latestRevision } },
  });
}
