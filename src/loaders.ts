import type { Principal } from './access/principal.ts';
import type { Quote } from './anchors/quote.ts';
import type { Annotation, Body } from './annotations/annotation.ts';
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
import { BatchReader } from './batch-reader.ts';
import { createCitationLoaders } from './citations/loaders.ts';
import { createSourceLoaders } from './citations/sources/loaders.ts';
import type { EventPage } from './documents/event-pages.ts';
import { findRevisions, type RevisionFound, type RevisionSought } from './documents/find-revisions.ts';
import type { MarksOnBlock } from './documents/marks.ts';
import { createEntityLoaders } from './entities/registry/loaders.ts';
import { byId, fromMap, grouped } from './grouped.ts';
import { createMentionLoaders } from './mentions/loaders.ts';
import type { Scholion } from './scholion.ts';
import type { Agent, Document, Event, Revision } from './store/generated/client.ts';
import type { RevisionBlock, RevisionText } from './text/revision-text.ts';

/** Reads many things of one kind at once, so that the number of statements depends on the query, not on the data. */
export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request. */
export function createLoaders({ store, texts, styles }: Scholion, principal: Principal) {
  const { prisma } = store;

  const agent = byId<Agent>((ids) => prisma.agent.findMany({ where: { id: { in: ids } } }));
  const document = byId<Document>((ids) => prisma.document.findMany({ where: { id: { in: ids } } }));
  const revision = byId<Revision>((ids) => prisma.revision.findMany({ where: { id: { in: ids } } }));
  const text = fromMap<RevisionText>((ids) => texts.load(prisma, ids));
  const revisionByNumber = new BatchReader<RevisionSought, RevisionFound | null>(
    (sought) => findRevisions(prisma, sought),
    ({ documentId, number }) => `${documentId}@${number ?? 'latest'}`,
  );
  const revisionOfBlock = fromMap<string>(async (ids) => {
    const blocks = await prisma.block.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, revisionId: true },
    });
    return new Map(blocks.map((block) => [block.id, block.revisionId]));
  });

  const annotation = fromMap<Annotation>((ids) => readAnnotations(prisma, principal, ids));
  const bodies = fromMap<Body[]>((ids) => readBodies(prisma, ids));
  const anchors = new BatchReader<{ annotationId: string; number: number }, AnchorRow[]>(
    (keys) => readAnchors(prisma, keys),
    ({ annotationId, number }) => `${annotationId}@${number}`,
  );

  const quote = fromMap<Quote>((ids) => readQuotes(prisma, ids));

  const annotations = grouped<{ scope: Scope; shape: ListShape }, ListedAnnotation[]>(
    ({ scope, shape }) => JSON.stringify([scope.kind, shape]),
    (keys, { shape }) =>
      listAnnotations(
        prisma,
        principal,
        keys.map(({ scope }) => scope),
        shape,
      ),
  );
  const annotationCount = grouped<{ scope: Scope; filter: AnnotationFilter }, number>(
    ({ scope, filter }) => JSON.stringify([scope.kind, filter]),
    (keys, { filter }) =>
      countAnnotations(
        prisma,
        principal,
        keys.map(({ scope }) => scope),
        filter,
      ),
  );
  const marks = grouped<{ block: RevisionBlock; filter: AnnotationFilter }, MarksOnBlock<Annotation>>(
    ({ filter }) => JSON.stringify(filter),
    (keys, { filter }) =>
      annotationMarksOf(
        prisma,
        principal,
        keys.map(({ block }) => block),
        filter,
      ),
  );
  const history = grouped<{ annotationId: string; page: EventPage }, Event[]>(
    ({ page }) => JSON.stringify(page),
    (keys, { page }) =>
      listEvents(
        prisma,
        principal,
        keys.map(({ annotationId }) => annotationId),
        page,
      ),
  );

  const historyCount = fromMap<number>((ids) => countEvents(prisma, principal, ids));

  return {
    agent,
    document,
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
    ...createEntityLoaders(store),
    ...createMentionLoaders(store),
    ...createCitationLoaders(store, principal, styles),
    ...createSourceLoaders(store),
  };
}
