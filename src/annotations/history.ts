import { z } from 'zod';
import type { Principal } from '../access/principal.ts';
import { visibleEvent } from '../access/visibility.ts';
import { countEventsOf, type EventPage, type Historied, readEventPages } from '../documents/event-pages.ts';
import { type Event, Prisma } from '../store/generated/client.ts';
import {
  type EventKind,
  LocatorLabel,
  Motivation,
  TextFormat,
  Visibility,
} from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';
import type { AnnotationContent } from './annotation.ts';

const ofAnnotations = (principal: Principal): Historied => ({
  table: Prisma.sql`annotation`,
  column: Prisma.sql`annotation_id`,
  condition: visibleEvent(principal),
});

/** Reads the same page of the histories of annotations that were read before, in one statement. */
export async function listEvents(
  statements: Statements,
  principal: Principal,
  annotationIds: readonly string[],
  page: EventPage,
): Promise<Event[][]> {
  return await readEventPages(statements, ofAnnotations(principal), annotationIds, page);
}

/** Counts the events of annotations that were read before, in one statement. */
export async function countEvents(
  statements: Statements,
  principal: Principal,
  annotationIds: readonly string[],
): Promise<Map<string, number>> {
  return await countEventsOf(statements, ofAnnotations(principal), annotationIds);
}

const purpose = z.enum(Motivation).nullable();
const content = z.object({
  motivation: z.enum(Motivation),
  visibility: z.enum(Visibility),
  tags: z.array(z.string()),
  bodies: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('TEXTUAL'),
        text: z.string(),
        format: z.enum(TextFormat),
        language: z.string().nullable(),
        purpose,
      }),
      z.object({ kind: z.literal('LINK'), url: z.string(), purpose }),
      z.object({ kind: z.literal('ENTITY'), entityId: z.string(), purpose }),
      z.object({
        kind: z.literal('SOURCE'),
        sourceId: z.string(),
        locator: z.string().nullable(),
        locatorLabel: z.enum(LocatorLabel).nullable(),
        purpose,
      }),
    ]),
  ),
});

/** The kinds of events that tell of anchors, and not of what an annotation says. */
const OF_ANCHORS: ReadonlySet<EventKind> = new Set([
  'ANCHORS_CARRIED',
  'ANNOTATION_REANCHORED',
  'ANCHOR_CHANGE_UNDONE',
]);

/** What the annotation said after an event; null where that did not change it. */
export function contentAfter({ kind, state }: Pick<Event, 'kind' | 'state'>): AnnotationContent | null {
  return OF_ANCHORS.has(kind) ? null : content.parse(state);
}

const versioned = z.object({ version: z.int().optional() });

/** The version of the annotation after an event; null where that left it as it was. */
export function versionAfter({ state }: Pick<Event, 'state'>): number | null {
  return versioned.parse(state).version ?? null;
}
