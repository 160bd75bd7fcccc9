import type { Principal } from '../access/principal.ts';
import { BatchReader } from '../batch-reader.ts';
import { createBreath } from '../breath.ts';
import type { EventPage } from '../documents/event-pages.ts';
import type { MarksOnBlock } from '../documents/marks.ts';
import { fromMap, grouped } from '../grouped.ts';
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
  { prisma }: Store,
  principal: Principal,
  styles: () => Promise<Styles>,
) {
  return {
    citation: fromMap<Citation>((ids) => readCitations(prisma, principal, ids)),
    citationAnchors: new BatchReader<CitationSeen, CitationAnchorRow[]>(
      (seen) => readCitationAnchors(prisma, seen),
      ({ citationId, number }) => `${citationId}@${number}`,
    ),
    citationsInText: grouped<{ scope: TextScope; shape: CitationListShape }, ListedCitation[]>(
      ({ shape }) => JSON.stringify(shape),
      (keys, { shape }) =>
        listCitationsInText(
          prisma,
          keys.map(({ scope }) => scope),
          shape,
        ),
    ),
    citationCountInText: grouped<{ scope: TextScope; filter: CitationFilter; withLost: boolean }, number>(
      ({ filter, withLost }) => JSON.stringify([filter, withLost]),
      (keys, { filter, withLost }) =>
        countCitationsInText(
          prisma,
          keys.map(({ scope }) => scope),
          filter,
          withLost,
        ),
    ),
    citationsOfSource: grouped<{ sourceId: string; shape: SourceCitationsShape }, ListedCitation[]>(
      ({ shape }) => JSON.stringify(shape),
      (keys, { shape }) =>
        listCitationsOfSources(
          prisma,
          keys.map(({ sourceId }) => sourceId),
          shape,
        ),
    ),
    citationCountOfSource: grouped<{ sourceId: string; filter: CitationFilter }, number>(
      ({ filter }) => JSON.stringify(filter),
      (keys, { filter }) =>
        countCitationsOfSources(
          prisma,
          keys.map(({ sourceId }) => sourceId),
          filter,
        ),
    ),
    citationMarks: grouped<{ block: RevisionBlock }, MarksOnBlock<CitationMark>>(
      () => '',
      (keys) =>
        citationMarksOf(
          prisma,
          keys.map(({ block }) => block),
          {},
        ),
    ),
    citationInStyle: grouped<CitationToFormat, string>(
      () => '',
      async (keys) => await citationsInStyle(prisma, await styles(), keys, createBreath()),
    ),
    citationHistory: grouped<{ citationId: string; page: EventPage }, Event[]>(
      ({ page }) => JSON.stringify(page),
      (keys, { page }) =>
        listCitationEvents(
          prisma,
          keys.map(({ citationId }) => citationId),
          page,
        ),
    ),
    citationHistoryCount: fromMap<number>((ids) => countCitationEvents(prisma, ids)),
  };
}
