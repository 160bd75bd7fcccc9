import { z } from 'zod';
import type { Principal } from '../access/principal.ts';
import { visibleEvent } from '../access/visibility.ts';
import { groupBy } from '../group-by.ts';
import { type Event, Prisma } from '../store/generated/client.ts';
import { type EventKind, Motivation, TextFormat, Visibility } from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';
import type { AnnotationContent } from './annotation.ts';

/** A page of an annotation's events, oldest first. */
export interface EventPage {
  limit: number;
  /** The id of the event to read on from. */
  after: string | null;
}

/** The columns of the table `event`, under the alias `e`, that make an `Event`. */
export const eventColumns = Prisma.sql`e.id, e.sequence, e.kind, e.occurred_at AS "occurredAt", e.agent_id AS "agentId",
  e.document_id AS "documentId", e.revision_id AS "revisionId", e.annotation_id AS "annotationId", e.state`;

/** Reads the same page of the histories of annotations that were read before, in one statement. */
export async function listEvents(
  statements: Statements,
  principal: Principal,
  annotationIds: readonly string[],
  page: EventPage,
): Promise<Event[][]> {
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND e.sequence > (SELECT sequence FROM event WHERE id = ${page.after}::uuid AND annotation_id = a.id)`;
  const rows = await statements.$queryRaw<Event[]>`
    SELECT x.* FROM annotation a CROSS JOIN LATERAL (
      SELECT ${eventColumns} FROM event e WHERE e.annotation_id = a.id AND ${visibleEvent(principal)} ${after}
      ORDER BY e.sequence LIMIT ${page.limit}
    ) x WHERE a.id = ANY(${annotationIds}::uuid[]) ORDER BY x.sequence`;
  const grouped = groupBy(rows, (row) => row.annotationId);
  return annotationIds.map((id) => grouped.get(id) ?? []);
}

/** Counts the events of annotations that were read before, in one statement. */
export async function countEvents(
  statements: Statements,
  principal: Principal,
  annotationIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await statements.$queryRaw<{ id: string; count: number }[]>`
    SELECT a.id, count(*)::int AS count FROM annotation a JOIN event e ON e.annotation_id = a.id
    WHERE a.id = ANY(${annotationIds}::uuid[]) AND ${visibleEvent(principal)} GROUP BY a.id`;
  return new Map(rows.map((row) => [row.id, row.count]));
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
