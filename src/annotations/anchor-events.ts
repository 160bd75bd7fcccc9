import type { Principal } from '../access/principal.ts';
import { visibleAnnotation, visibleEvent } from '../access/visibility.ts';
import { eventColumns } from '../documents/event-pages.ts';
import type { Event } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';

/** Reads an event of an annotation, if the principal may see it. */
export async function readEvent(
  statements: Statements,
  principal: Principal,
  id: string,
): Promise<Event | null> {
  const rows = await statements.$queryRaw<Event[]>`
    SELECT ${eventColumns} FROM event e JOIN annotation a ON a.id = e.annotation_id
    WHERE e.id = ${id}::uuid AND ${visibleAnnotation(principal, 'with-deleted')} AND ${visibleEvent(principal)}`;
  return rows[0] ?? null;
}

/**
 * Whether an annotation's history tells of any of these anchors again after an event. What was undone does not count, and
 * neither does its undoing; nor, where a replacement by hand is to be undone, what revisions did to the replacement.
 */
export async function anchorsChangedSince(
  statements: Statements,
  { annotationId, sequence, kind }: Event,
  anchorIds: readonly string[],
): Promise<boolean> {
  const rows = await statements.$queryRaw<{ changed: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM event e CROSS JOIN LATERAL jsonb_array_elements(e.state -> 'anchors') m
      WHERE e.annotation_id = ${annotationId}::uuid AND e.sequence > ${sequence}
        AND e.kind IN ('ANCHORS_CARRIED', 'ANNOTATION_REANCHORED', 'ANCHOR_CHANGE_UNDONE')
        AND (m -> 'from' ->> 'anchorId' = ANY(${anchorIds}::text[])
          OR m -> 'to' ->> 'anchorId' = ANY(${anchorIds}::text[]))
        AND NOT (${kind === 'ANNOTATION_REANCHORED'}::boolean AND (e.kind = 'ANCHORS_CARRIED' OR EXISTS (
          SELECT 1 FROM event u WHERE u.id = (e.state ->> 'undoes')::uuid AND u.kind = 'ANCHORS_CARRIED')))
        AND NOT (e.kind = 'ANNOTATION_REANCHORED' AND EXISTS (
          SELECT 1 FROM event u WHERE u.annotation_id = e.annotation_id
            AND u.kind = 'ANCHOR_CHANGE_UNDONE' AND u.state ->> 'undoes' = e.id::text))
        AND NOT (e.kind = 'ANCHOR_CHANGE_UNDONE' AND EXISTS (
          SELECT 1 FROM event u WHERE u.id = (e.state ->> 'undoes')::uuid
            AND u.kind = 'ANNOTATION_REANCHORED' AND u.sequence > ${sequence}))
    ) AS changed`;
  return rows[0]?.changed === true;
}

/** Whether an event has been undone. */
export async function isUndone(statements: Statements, { id, annotationId }: Event): Promise<boolean> {
  const rows = await statements.$queryRaw<{ undone: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM event u WHERE u.annotation_id = ${annotationId}::uuid
        AND u.kind = 'ANCHOR_CHANGE_UNDONE' AND u.state ->> 'undoes' = ${id}
    ) AS undone`;
  return rows[0]?.undone === true;
}
