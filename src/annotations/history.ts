import { z } from 'zod';
import { type Event, Prisma } from '../store/generated/client.ts';
import { Motivation, TextFormat, Visibility } from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';
import type { AnnotationContent } from './annotation.ts';
import { groupBy } from './read.ts';

/** A page of an annotation's events, oldest first. */
export interface EventPage {
  limit: number;
  /** The id of the event to read on from. */
  after: string | null;
}

/** Reads the same page of the histories of annotations that were read before, in one statement. */
export async function listEvents(
  statements: Statements,
  annotationIds: readonly string[],
  page: EventPage,
): Promise<Event[][]> {
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND e.sequence > (SELECT sequence FROM event WHERE id = ${page.after}::uuid)`;
  const rows = await statements.$queryRaw<Event[]>`
    SELECT x.* FROM unnest(${annotationIds}::uuid[]) AS w(id) CROSS JOIN LATERAL (
      SELECT e.id, e.sequence, e.kind, e.occurred_at AS "occurredAt", e.agent_id AS "agentId",
        e.document_id AS "documentId", e.revision_id AS "revisionId", e.annotation_id AS "annotationId", e.state
      FROM event e WHERE e.annotation_id = w.id ${after}
      ORDER BY e.sequence LIMIT ${page.limit}
    ) x ORDER BY x.sequence`;
  const grouped = groupBy(rows, (row) => row.annotationId);
  return annotationIds.map((id) => grouped.get(id) ?? []);
}

const purpose = z.enum(Motivation).nullable();
const content = z.object({
  version: z.int(),
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
    ]),
  ),
});

/** What the annotation said after an event, and which version of it that was. */
export function contentAfter(event: Pick<Event, 'state'>): AnnotationContent & { version: number } {
  return content.parse(event.state);
}
