import type { Document, Revision } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';

export async function latestRevisionOf(
  statements: Statements,
  { id, latestRevision }: Document,
): Promise<Revision> {
  return await statements.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: id, number: latestRevision } },
  });
}
