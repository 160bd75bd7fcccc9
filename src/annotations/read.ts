import type { Principal } from '../access/principal.ts';
import { visibleAnnotation } from '../access/visibility.ts';
import type { Quote } from '../anchors/quote.ts';
import type { StandingColumns } from '../documents/standing.ts';
import { validIn } from '../documents/valid-in.ts';
import { groupBy } from '../group-by.ts';
import { anyOf } from '../store/any-of.ts';
import { Prisma } from '../store/generated/client.ts';
import type { BodyKind, LocatorLabel, Motivation, TextFormat } from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';
import { type Annotation, type AnnotationContent, annotationColumns, type Body } from './annotation.ts';

/** Reads annotations by id, deleted ones included: of each what the principal may see, or nothing. */
export async function readAnnotations(
  statements: Statements,
  principal: Principal,
  ids: readonly string[],
): Promise<Map<string, Annotation>> {
  const rows = await statements.$queryRaw<Annotation[]>`
    SELECT ${annotationColumns} FROM annotation a
    WHERE a.id = ANY(${anyOf(ids)}) AND ${visibleAnnotation(principal, 'with-deleted')}`;
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Reads the bodies of annotations that were read before, in order.
 * @param seenBy answers those that the principal may see still: an annotation may have been made private since it was
 *   read. Null where it is locked.
 */
export async function readBodies(
  statements: Statements,
  ids: readonly string[],
  seenBy: Principal | null,
): Promise<Map<string, Body[]>> {
  const rows = await statements.$queryRaw<BodyRow[]>`
    SELECT b.annotation_id AS "annotationId", b.kind, b.text, b.format, b.language, b.url, b.entity_id AS "entityId",
      b.source_id AS "sourceId", b.locator, b.locator_label AS "locatorLabel", b.purpose
    FROM annotation_body b JOIN annotation a ON a.id = b.annotation_id
    WHERE b.annotation_id = ANY(${anyOf(ids)})
      AND ${seenBy === null ? Prisma.sql`TRUE` : visibleAnnotation(seenBy, 'with-deleted')}
    ORDER BY b.annotation_id, b.ordinal`;
  const grouped = groupBy(rows, (row) => row.annotationId);
  return new Map([...grouped].map(([id, group]) => [id, group.map(toBody)]));
}

/** Reads all that an annotation says that was read before. */
export async function readContent(
  statements: Statements,
  annotation: Annotation,
): Promise<AnnotationContent> {
  const { motivation, tags, visibility } = annotation;
  const bodies = (await readBodies(statements, [annotation.id], null)).get(annotation.id) ?? [];
  return { motivation, bodies, tags, visibility };
}

interface BodyRow {
  annotationId: string;
  kind: BodyKind;
  text: string | null;
  format: TextFormat | null;
  language: string | null;
  url: string | null;
  entityId: string | null;
  sourceId: string | null;
  locator: string | null;
  locatorLabel: LocatorLabel | null;
  purpose: Motivation | null;
}

function toBody({ kind, text, format, language, url, purpose, ...named }: BodyRow): Body {
  const { entityId, sourceId, locator, locatorLabel } = named;
  if (entityId !== null) return { kind: 'ENTITY', entityId, purpose };
  if (sourceId !== null) return { kind: 'SOURCE', sourceId, locator, locatorLabel, purpose };
  if (kind === 'LINK') return { kind, url: url ?? '', purpose };
  return { kind: 'TEXTUAL', text: text ?? '', format: format ?? 'PLAIN', language, purpose };
}

/** An anchor and where it stands in one revision. */
export interface AnchorRow extends StandingColumns {
  id: string;
  madeOnId: string;
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * Reads the anchors of annotations that were read before and that the principal may see still, in order, as they stand in
 * the revisions of given numbers.
 */
export async function readAnchors(
  statements: Statements,
  principal: Principal,
  wanted: readonly { annotationId: string; number: number }[],
): Promise<AnchorRow[][]> {
  const rows = await statements.$queryRaw<({ key: number } & AnchorRow)[]>`
    SELECT w.key, n.id, n.made_on_id AS "madeOnId", n.exact, n.prefix, n.suffix,
      p.status, p.score, p.start_unit_id AS "startUnitId", p.start_offset AS "startOffset",
      p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset"
    FROM json_to_recordset(${JSON.stringify(wanted.map((want, key) => ({ key, id: want.annotationId, number: want.number })))}::json)
        AS w(key int, id uuid, number int)
      JOIN annotation a ON a.id = w.id AND ${visibleAnnotation(principal, 'with-deleted')}
      JOIN anchor n ON n.annotation_id = a.id
      JOIN anchor_position p ON p.anchor_id = n.id AND ${validIn(Prisma.sql`w.number`)}
    ORDER BY w.key, n.ordinal`;
  const grouped = groupBy(rows, (row) => row.key);
  return wanted.map((_, key) => grouped.get(key) ?? []);
}

/** Reads the quotes that anchors of annotations that were read before were made on, by the anchors' ids. */
export async function readQuotes(
  statements: Statements,
  anchorIds: readonly string[],
): Promise<Map<string, Quote>> {
  const rows = await statements.$queryRaw<({ id: string } & Quote)[]>`
    SELECT id, exact, prefix, suffix FROM anchor WHERE id = ANY(${anyOf(anchorIds)})`;
  return new Map(rows.map(({ id, ...quote }) => [id, quote]));
}
