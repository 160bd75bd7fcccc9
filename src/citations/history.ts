import { z } from 'zod';
import { standing } from '../documents/anchor-moves.ts';
import { countEventsOf, type EventPage, type Historied, readEventPages } from '../documents/event-pages.ts';
import { type Event, Prisma } from '../store/generated/client.ts';
import { LocatorLabel } from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';

const ofCitations: Historied = {
  table: Prisma.sql`citation`,
  column: Prisma.sql`citation_id`,
  condition: Prisma.sql`TRUE`,
};

/** Reads the same page of the histories of citations that were read before, in one statement. */
export async function listCitationEvents(
  statements: Statements,
  citationIds: readonly string[],
  page: EventPage,
): Promise<Event[][]> {
  return await readEventPages(statements, ofCitations, citationIds, page);
}

/** Counts the events of citations that were read before, in one statement. */
export async function countCitationEvents(
  statements: Statements,
  citationIds: readonly string[],
): Promise<Map<string, number>> {
  return await countEventsOf(statements, ofCitations, citationIds);
}

const content = z.object({
  version: z.int(),
  /** The source that was cited then; it may have been merged since. */
  sourceId: z.string(),
  locator: z.string().nullable(),
  locatorLabel: z.enum(LocatorLabel).nullable(),
});

/** What a citation said after a change of it. */
export type CitationContent = z.infer<typeof content>;

/** What the citation said after an event; null of a new revision, which only moved its anchors. */
export function citationAfter({ kind, state }: Pick<Event, 'kind' | 'state'>): CitationContent | null {
  return kind === 'ANCHORS_CARRIED' ? null : content.parse(state);
}

/** How an anchor came to stand otherwise: null is where there was none before, or is none any more. */
const move = z.object({ from: standing.nullable(), to: standing.nullable() });

export type CitationAnchorMove = z.infer<typeof move>;

const moved = z.object({ anchors: z.array(move).default([]) });

/** What an event did to the anchors of a citation; where one was replaced, the two sides differ in `anchorId`. */
export function citationMoves({ state }: Pick<Event, 'state'>): CitationAnchorMove[] {
  return moved.parse(state ?? {}).anchors;
}
