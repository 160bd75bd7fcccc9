import { type Principal, viewerKey } from './access/principal.ts';
import type { Quote } from './anchors/quote.ts';
import type { Annotation, Body } from './annotations/annotation.ts';
import { dependenciesOfList, registriesOf } from './annotations/dependencies.ts';
import type { AnnotationFilter } from './annotations/filter.ts';
import { countEvents, listEvents } from './annotations/history.ts';
import {
  countAnnotations,
  type ListedAnnotation,
  type ListShape,
  listAnnotations,
} from './annotations/list.ts';
import { annotationMarksOf } from './annotations/marks.ts';
import { type AnchorRow, readAnchors, readAnnotations, readBodies, readQuotes } from './annotations/read.ts';
import type { Scope } from './annotations/scope.ts';
import { BatchReaders } from './batch-readers.ts';
import { createCitationLoaders } from './citations/loaders.ts';
import { createSourceLoaders } from './citations/sources/loaders.ts';
import type { EventPage } from './documents/event-pages.ts';
import { findDocuments, findRevisionsOfBlocks } from './documents/find.ts';
import { findRevisions, type RevisionFound, type RevisionSought } from './documents/find-revisions.ts';
import type { MarksOnBlock } from './documents/marks.ts';
import { createEntityLoaders } from './entities/registry/loaders.ts';
import type { Reading } from './memory/reading.ts';
import { createMentionLoaders } from './mentions/loaders.ts';
import type { Scholion } from './scholion.ts';
import type { Agent, Document, Event, Revision } from './store/generated/client.ts';
import type { RevisionBlock, RevisionText } from './text/revision-text.ts';

/** Reads many things of one kind at once, so that the number of statements depends on the query, not on the data. */
export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request. */
export function createLoaders({ store, texts, styles }: Scholion, principal: Principal, reading: Reading) {
  const { prisma } = store;
  const readers = new BatchReaders(reading);
  const viewer = viewerKey(principal);

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
  const text = readers.fromMap<RevisionText>((ids) => texts.load(prisma, ids), {
    dependencies: (_id, found) => (found === null ? ['texts'] : []),
  });
  const revisionByNumber = readers.batch<RevisionSought, RevisionFound | null>({
    nameOf: ({ documentId, number }) => `${documentId}@${number ?? 'latest'}`,
    read: (sought) => findRevisions(prisma, sought),
    dependencies: ({ documentId }) => [`texts:${documentId}`],
    keptAs: 'revision-by-number',
  });
  const revisionOfBlock = readers.fromMap<string>((ids) => findRevisionsOfBlocks(prisma, ids), {
    dependencies: (_id, found) => (found === null ? ['texts'] : []),
  });

  const annotation = readers.fromMap<Annotation>((ids) => readAnnotations(prisma, principal, ids), {
    dependencies: (id) => [`annotation:${id}`],
  });
  const bodies = readers.fromMap<Body[]>((ids) => readBodies(prisma, ids, principal), {
    dependencies: (id) => [`annotation:${id}`],
    implied: true,
    keptAs: `bodies ${viewer}`,
  });
  const anchors = readers.batch<{ annotationId: string; number: number }, AnchorRow[]>({
    nameOf: ({ annotationId, number }) => `${annotationId}@${number}`,
    read: (keys) => readAnchors(prisma, principal, keys),
    dependencies: ({ annotationId }) => [`annotation:${annotationId}`],
    implied: true,
    keptAs: `anchors ${viewer}`,
  });
  const quote = readers.fromMap<Quote>((ids) => readQuotes(prisma, ids), { dependencies: () => [] });

  const annotations = readers.grouped<{ scope: Scope; shape: ListShape }, ListedAnnotation[]>(
    ({ scope, shape }) => JSON.stringify([scope.kind, shape]),
    ({ scope }) => JSON.stringify(scope),
    (keys, { shape }) =>
      listAnnotations(
        prisma,
        principal,
        keys.map(({ scope }) => scope),
        shape,
      ),
    {
      dependencies: ({ scope, shape }) => dependenciesOfList(scope, shape.filter),
      keptAs: `annotations ${viewer}`,
    },
  );
  const annotationCount = readers.grouped<{ scope: Scope; filter: AnnotationFilter }, number>(
    ({ scope, filter }) => JSON.stringify([scope.kind, filter]),
    ({ scope }) => JSON.stringify(scope),
    (keys, { filter }) =>
      countAnnotations(
        prisma,
        principal,
        keys.map(({ scope }) => scope),
        filter,
      ),
    {
      dependencies: ({ scope, filter }) => dependenciesOfList(scope, filter),
      keptAs: `annotation-count ${viewer}`,
    },
  );
  const marks = readers.grouped<{ block: RevisionBlock; filter: AnnotationFilter }, MarksOnBlock<Annotation>>(
    ({ filter }) => JSON.stringify(filter),
    ({ block }) => block.id,
    (keys, { filter }) =>
      annotationMarksOf(
        prisma,
        principal,
        keys.map(({ block }) => block),
        filter,
      ),
    {
      dependencies: ({ block, filter }) => [
        `annotations:${block.revision.documentId}`,
        ...registriesOf(filter),
      ],
      keptAs: `annotation-marks ${viewer}`,
    },
  );
  const history = readers.grouped<{ annotationId: string; page: EventPage }, Event[]>(
    ({ page }) => JSON.stringify(page),
    ({ annotationId }) => annotationId,
    (keys, { page }) =>
      listEvents(
        prisma,
        principal,
        keys.map(({ annotationId }) => annotationId),
        page,
      ),
    { dependencies: ({ annotationId }) => [`annotation:${annotationId}`] },
  );
  const historyCount = readers.fromMap<number>((ids) => countEvents(prisma, principal, ids), {
    dependencies: (id) => [`annotation:${id}`],
  });

  return {
    agent,
    document,
    documentBy,
    revision,
    revisionByNumber,
    text,
    revisionOfBlock,
    annotation,
    bodies,
    anchors,
    quote,
    annotations,
    annotationCount,
    marks,
    history,
    historyCount,
    ...createEntityLoaders(store, readers),
    ...createMentionLoaders(store, readers),
    ...createCitationLoaders(store, principal, styles, readers),
    ...createSourceLoaders(store, readers),
  };
}
