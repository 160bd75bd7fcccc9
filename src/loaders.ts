import type { Principal } from './access/principal.ts';
import { createAnnotationLoaders } from './annotations/loaders.ts';
import { BatchReaders } from './batch-readers.ts';
import { createCitationLoaders } from './citations/loaders.ts';
import { createSourceLoaders } from './citations/sources/loaders.ts';
import { findDocuments, findRevisionsOfBlocks } from './documents/find.ts';
import { findRevisions, type RevisionFound, type RevisionSought } from './documents/find-revisions.ts';
import { createEntityLoaders } from './entities/registry/loaders.ts';
import type { Reading } from './memory/reading.ts';
import { createMentionLoaders } from './mentions/loaders.ts';
import type { Scholion } from './scholion.ts';
import type { Agent, Document, Revision } from './store/generated/client.ts';
import type { RevisionText } from './text/revision-text.ts';

/** Reads many things of one kind at once, so that the number of statements depends on the query, not on the data. */
export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request. */
export function createLoaders({ store, texts, styles }: Scholion, principal: Principal, reading: Reading) {
  const { prisma, statements } = store;
  const readers = new BatchReaders(reading);

  const agent = readers.byId<Agent>((ids) => prisma.agent.findMany({ where: { id: { in: ids } } }), {
    dependencies: () => [],
  });
  const document = readers.byId<Document>((ids) => prisma.document.findMany({ where: { id: { in: ids } } }), {
    dependencies: (id) => [`texts:${id}`],
    keptAs: 'document',
  });
  const documentBy = readers.batch<{ slug: string } | { sourceUrl: string }, Document | null>({
    nameOf: (by) => JSON.stringify(by),
    read: (keys) => findDocuments(prisma, keys),
    dependencies: (_by, found) => [found === null ? 'texts' : `texts:${found.id}`],
    keptAs: 'document-by',
  });
  const revision = readers.byId<Revision>((ids) => prisma.revision.findMany({ where: { id: { in: ids } } }), {
    dependencies: (_id, found) => (found === null ? ['texts'] : []),
  });
  const text = readers.fromMap<RevisionText>((ids) => texts.load(statements, ids), {
    peek: (id) => texts.known(id),
    dependencies: (_id, found) => (found === null ? ['texts'] : []),
  });
  const revisionByNumber = readers.batch<RevisionSought, RevisionFound | null>({
    nameOf: ({ documentId, number }) => `${documentId}@${number ?? 'latest'}`,
    read: (sought) => findRevisions(statements, sought),
    dependencies: ({ documentId }) => [`texts:${documentId}`],
    keptAs: 'revision-by-number',
  });
  const revisionOfBlock = readers.fromMap<string>((ids) => findRevisionsOfBlocks(prisma, ids), {
    dependencies: (_id, found) => (found === null ? ['texts'] : []),
  });

  return {
    agent,
    document,
    documentBy,
    revision,
    revisionByNumber,
    text,
    revisionOfBlock,
    ...createAnnotationLoaders(store, principal, readers),
    ...createEntityLoaders(store, readers),
    ...createMentionLoaders(store, readers),
    ...createCitationLoaders(store, principal, styles, readers),
    ...createSourceLoaders(store, readers),
  };
}
