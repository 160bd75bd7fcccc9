import type { Principal } from '../access/principal.ts';
import { nameOfScope } from '../annotations/scope.ts';
import type { BatchReaders } from '../batch-readers.ts';
import { createBreath } from '../breath.ts';
import type { EventPage } from '../documents/event-pages.ts';
import type { MarksOnBlock } from '../documents/marks.ts';
import type { Dependency } from '../memory/dependencies.ts';
import type { Event } from '../store/generated/client.ts';
import type { Store } from '../store/store.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import type { Citation } from './citation.ts';
import type { CitationFilter } from './filter.ts';
import { countCitationEvents, listCitationEvents } from './history.ts';
import { type CitationToFormat, citationsInStyle } from './in-style.ts';
import {
  type CitationListShape,
  countCitationsInText,
  listCitationsInText,
  type TextScope,
} from './list-in-text.ts';
import {
  countCitationsOfSources,
  listCitationsOfSources,
  type SourceCitationsShape,
} from './list-of-source.ts';
import { type CitationMark, citationMarksOf } from './marks.ts';
import type { ListedCitation } from './place.ts';
import { type CitationAnchorRow, type CitationSeen, readCitationAnchors, readCitations } from './read.ts';
import type { Styles } from './styles/styles.ts';

/** Reads many things about citations at once. */
export function createCitationLoaders(
  { prisma, statements }: Store,
  principal: Principal,
  styles: () => Promise<Styles>,
  readers: BatchReaders,
) {
  return {
    citation: readers.fromMap<Citation>((ids) => readCitations(statements, principal, ids), {
      dependencies: (id) => [`citation:${id}`, 'sources'],
    }),
    citationAnchors: readers.batch<CitationSeen, CitationAnchorRow[]>({
      nameOf: ({ citationId, number }) => `${citationId}@${number}`,
      read: (seen) => readCitationAnchors(statements, seen),
      dependencies: () => ['citations'],
      implied: true,
      keptAs: 'citation-anchors',
    }),
    citationsInText: readers.grouped<{ scope: TextScope; shape: CitationListShape }, ListedCitation[]>(
      ({ shape }) => JSON.stringify(shape),
      ({ scope }) => nameOfScope(scope),
      (keys, { shape }) =>
        listCitationsInText(
          statements,
          keys.map(({ scope }) => scope),
          shape,
        ),
      { dependencies: ({ scope }) => inDocument(scope), keptAs: 'citations-in-text' },
    ),
    citationCountInText: readers.grouped<
      { scope: TextScope; filter: CitationFilter; withLost: boolean },
      number
    >(
      ({ filter, withLost }) => JSON.stringify([filter, withLost]),
      ({ scope }) => nameOfScope(scope),
      (keys, { filter, withLost }) =>
        countCitationsInText(
          statements,
          keys.map(({ scope }) => scope),
          filter,
          withLost,
        ),
      { dependencies: ({ scope }) => inDocument(scope), keptAs: 'citation-count-in-text' },
    ),
    citationsOfSource: readers.grouped<{ sourceId: string; shape: SourceCitationsShape }, ListedCitation[]>(
      ({ shape }) => JSON.stringify(shape),
      ({ sourceId }) => sourceId,
      (keys, { shape }) =>
        listCitationsOfSources(
          statements,
          keys.map(({ sourceId }) => sourceId),
          shape,
        ),
      { ...everywhere, keptAs: 'citations-of-source' },
    ),
    citationCountOfSource: readers.grouped<{ sourceId: string; filter: CitationFilter }, number>(
      ({ filter }) => JSON.stringify(filter),
      ({ sourceId }) => sourceId,
      (keys, { filter }) =>
        countCitationsOfSources(
          statements,
          keys.map(({ sourceId }) => sourceId),
          filter,
        ),
      { ...everywhere, keptAs: 'citation-count-of-source' },
    ),
    citationMarks: readers.grouped<{ block: RevisionBlock }, MarksOnBlock<CitationMark>>(
      () => '',
      ({ block }) => block.id,
      (keys) =>
        citationMarksOf(
          statements,
          keys.map(({ block }) => block),
          {},
        ),
      { dependencies: ({ block }) => inDocument(block.revision), keptAs: 'citation-marks' },
    ),
    citationInStyle: readers.grouped<CitationToFormat, string>(
      () => '',
      (key) => JSON.stringify(key),
      async (keys) => await citationsInStyle(statements, await styles(), keys, createBreath()),
      everywhere,
    ),
    citationHistory: readers.grouped<{ citationId: string; page: EventPage }, Event[]>(
      ({ page }) => JSON.stringify(page),
      ({ citationId }) => citationId,
      (keys, { page }) =>
        listCitationEvents(
          prisma,
          keys.map(({ citationId }) => citationId),
          page,
        ),
      { dependencies: ({ citationId }) => [`citation:${citationId}`] },
    ),
    citationHistoryCount: readers.fromMap<number>((ids) => countCitationEvents(prisma, ids), {
      dependencies: (id) => [`citation:${id}`],
    }),
  };
}

/** What is read of the citations in a document depends on the sources too, as which they are read. */
function inDocument({ documentId }: { documentId: string }): Dependency[] {
  return [`citations:${documentId}`, 'sources'];
}

const everywhere = { dependencies: (): Dependency[] => ['citations', 'sources', 'texts'] };
