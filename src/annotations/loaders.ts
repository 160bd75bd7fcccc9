import { type Principal, viewerKey } from '../access/principal.ts';
import type { Quote } from '../anchors/quote.ts';
import type { BatchReaders } from '../batch-readers.ts';
import type { EventPage } from '../documents/event-pages.ts';
import type { MarksOnBlock } from '../documents/marks.ts';
import type { Event } from '../store/generated/client.ts';
import type { Store } from '../store/store.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import type { Annotation, Body } from './annotation.ts';
import { dependenciesAt, dependenciesOfList, dependenciesOfPage, registriesOf } from './dependencies.ts';
import type { AnnotationFilter } from './filter.ts';
import { countEvents, listEvents } from './history.ts';
import { type AnnotationKey, countAnnotations, type ListShape, listAnnotations } from './list.ts';
import { annotationMarksOf } from './marks.ts';
import { type AnchorRow, readAnchors, readAnnotations, readBodies, readQuotes } from './read.ts';
import { nameOfScope, type Scope } from './scope.ts';

/** Reads many things about annotations at once. */
export function createAnnotationLoaders(
  { prisma, statements }: Store,
  principal: Principal,
  readers: BatchReaders,
) {
  const viewer = viewerKey(principal);
  const annotation = readers.fromMap<Annotation>((ids) => readAnnotations(statements, principal, ids), {
    dependencies: (id) => [`annotation:${id}`],
    keptAs: `annotation ${viewer}`,
  });
  return {
    annotation,
    bodies: readers.fromMap<Body[]>((ids) => readBodies(statements, ids, principal), {
      dependencies: (id) => [`annotation:${id}`],
      implied: true,
      keptAs: `bodies ${viewer}`,
    }),
    anchors: readers.batch<{ annotationId: string; number: number }, AnchorRow[]>({
      nameOf: ({ annotationId, number }) => `${annotationId}@${number}`,
      read: (keys) => readAnchors(statements, principal, keys),
      dependencies: ({ annotationId }) => [`annotation-place:${annotationId}`],
      implied: true,
      keptAs: `anchors ${viewer}`,
    }),
    quote: readers.fromMap<Quote>((ids) => readQuotes(statements, ids), { dependencies: () => [] }),
    /** Which annotations are on a page of a list, and where; what they say is left to `annotation`. */
    annotationPage: readers.grouped<{ scope: Scope; shape: ListShape }, AnnotationKey[]>(
      ({ scope, shape }) => JSON.stringify([scope.kind, shape]),
      ({ scope }) => nameOfScope(scope),
      async (keys, { shape }) => {
        const scopes = keys.map(({ scope }) => scope);
        const pages = await listAnnotations(statements, principal, scopes, shape);
        return pages.map((page) =>
          page.map(({ place, ...listed }) => {
            annotation.put(listed.id, listed);
            return place;
          }),
        );
      },
      {
        dependencies: ({ scope, shape }, page) => dependenciesOfPage(scope, shape, page),
        keptAs: `annotation-page ${viewer}`,
      },
    ),
    annotationCount: readers.grouped<{ scope: Scope; filter: AnnotationFilter }, number>(
      ({ scope, filter }) => JSON.stringify([scope.kind, filter]),
      ({ scope }) => nameOfScope(scope),
      (keys, { filter }) =>
        countAnnotations(
          statements,
          principal,
          keys.map(({ scope }) => scope),
          filter,
        ),
      {
        dependencies: ({ scope, filter }) => dependenciesOfList(scope, filter),
        keptAs: `annotation-count ${viewer}`,
      },
    ),
    marks: readers.grouped<{ block: RevisionBlock; filter: AnnotationFilter }, MarksOnBlock<Annotation>>(
      ({ filter }) => JSON.stringify(filter),
      ({ block }) => block.id,
      (keys, { filter }) =>
        annotationMarksOf(
          statements,
          principal,
          keys.map(({ block }) => block),
          filter,
        ),
      {
        dependencies: ({ block: { unit, revision }, filter }) => [
          ...dependenciesAt(revision.documentId, unit === null ? [] : [unit.id]),
          ...registriesOf(filter),
        ],
        keptAs: `annotation-marks ${viewer}`,
      },
    ),
    history: readers.grouped<{ annotationId: string; page: EventPage }, Event[]>(
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
    ),
    historyCount: readers.fromMap<number>((ids) => countEvents(prisma, principal, ids), {
      dependencies: (id) => [`annotation:${id}`],
    }),
  };
}
