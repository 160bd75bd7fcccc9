import type { Position } from '../documents/carry-through.ts';
import { positionColumns, positionRow } from '../documents/position-row.ts';
import { anyOf } from '../store/any-of.ts';
import { Prisma } from '../store/generated/client.ts';
import { newId } from '../store/new-id.ts';
import type { Statements } from '../store/store.ts';
import type { Annotation, AnnotationContent } from './annotation.ts';
import { sourceIdsOf } from './body-sources.ts';
import type { Idempotency } from './idempotency.ts';
import type { Target } from './targets.ts';

/** A target with the id that its anchor gets. */
export interface ReadyTarget extends Target {
  anchorId: string;
  /** How it stands in the revision that it is made on, and in those since; the last position is open. */
  positions: Position[];
}

/** An annotation that is ready to be written. */
export interface ReadyAnnotation {
  annotation: Annotation;
  content: AnnotationContent;
  targets: ReadyTarget[];
  /** The number of the document's latest revision that all this was worked out against. */
  latestRevision: number;
  /** The document's language that quotes were found by, a BCP 47 tag. */
  language: string;
  idempotency: Idempotency | null;
}

/** The ids that were written, and the documents that are no more as they were thought to be, for which nothing was. */
export interface Inserted {
  written: Set<string>;
  outdated: Set<string>;
}

/**
 * Writes any number of annotations with all that hangs on them in one statement, so in one transaction. Not written
 * are those whose document got another revision or language meanwhile, those whose idempotency key is taken, and those that name a
 * source which was deleted meanwhile.
 */
export async function insertAnnotations(
  statements: Statements,
  ready: readonly ReadyAnnotation[],
): Promise<Inserted> {
  const documents = [...new Map(ready.map((one) => [one.annotation.documentId, one])).values()].map(
    ({ annotation, latestRevision, language }) => ({
      id: annotation.documentId,
      latest_revision: latestRevision,
      language,
    }),
  );
  const named = ready.flatMap(({ annotation, content }) =>
    sourceIdsOf(content.bodies).map((source_id) => ({ annotation_id: annotation.id, source_id })),
  );
  const rows = await statements.$queryRaw<{ documentId: string; annotationId: string | null }[]>`
    WITH current AS MATERIALIZED (
      SELECT d.id FROM document d
        JOIN json_to_recordset(${JSON.stringify(documents)}::json) AS w(id uuid, latest_revision int, language text)
          ON w.id = d.id AND w.latest_revision = d.latest_revision AND w.language = d.language
      WHERE d.id = ANY(${anyOf(documents.map(({ id }) => id))})
      FOR SHARE OF d
    ), sources AS MATERIALIZED (
      SELECT id FROM source WHERE id = ANY(${anyOf(named.map((one) => one.source_id))})
        AND deleted_at IS NULL ORDER BY id FOR KEY SHARE
    ), written AS (
      INSERT INTO annotation (id, document_id, creator_id, motivation, tags, visibility, anchored, reply_to_id, version,
        created_at, updated_at, idempotency_key, request_checksum)
      SELECT id, document_id, creator_id, motivation, tags, visibility, anchored, reply_to_id, version,
        created_at, updated_at, idempotency_key, request_checksum
      FROM ${records('annotation', ready.map(annotationRow))} 
      WHERE document_id IN (SELECT id FROM current) AND id NOT IN (
        SELECT annotation_id FROM json_to_recordset(${JSON.stringify(named)}::json) AS n(annotation_id uuid, source_id uuid)
        WHERE source_id NOT IN (SELECT id FROM sources))
      ON CONFLICT (creator_id, idempotency_key) DO NOTHING
      RETURNING id, document_id
    ), bodies AS (
      INSERT INTO annotation_body (id, annotation_id, ordinal, kind, text, format, language, url, entity_id,
        source_id, locator, locator_label, purpose)
      SELECT id, annotation_id, ordinal, kind, text, format, language, url, entity_id, source_id, locator, locator_label, purpose
      FROM ${records('annotation_body', ready.flatMap(bodyRows))} WHERE annotation_id IN (SELECT id FROM written)
    ), anchors AS (
      INSERT INTO anchor (id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix)
      SELECT id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix
      FROM ${records('anchor', anchorRows(ready))} WHERE annotation_id IN (SELECT id FROM written)
      RETURNING id
    ), positions AS (
      INSERT INTO anchor_position (${positionColumns}) SELECT ${positionColumns}
      FROM ${records('anchor_position', positionRows(ready))} WHERE anchor_id IN (SELECT id FROM anchors)
    ), events AS (
      INSERT INTO event (id, kind, occurred_at, agent_id, document_id, annotation_id, state)
      SELECT id, kind, occurred_at, agent_id, document_id, annotation_id, state
      FROM ${records('event', ready.map(eventRow))} WHERE annotation_id IN (SELECT id FROM written)
    )
    SELECT c.id AS "documentId", w.id AS "annotationId" FROM current c LEFT JOIN written w ON w.document_id = c.id`;
  const current = new Set(rows.map((row) => row.documentId));
  return {
    written: new Set(rows.flatMap((row) => row.annotationId ?? [])),
    outdated: new Set(documents.map(({ id }) => id).filter((id) => !current.has(id))),
  };
}

function records(table: string, rows: readonly object[]): Prisma.Sql {
  return Prisma.sql`json_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${JSON.stringify(rows)}::json)`;
}

function annotationRow({ annotation, targets, idempotency }: ReadyAnnotation) {
  return {
    id: annotation.id,
    document_id: annotation.documentId,
    creator_id: annotation.creatorId,
    motivation: annotation.motivation,
    tags: annotation.tags,
    visibility: annotation.visibility,
    anchored: targets.length > 0,
    reply_to_id: annotation.replyToId,
    version: annotation.version,
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
    idempotency_key: idempotency?.key ?? null,
    request_checksum: idempotency?.checksum ?? null,
  };
}

function bodyRows({ annotation, content }: ReadyAnnotation) {
  return content.bodies.map((body, ordinal) => ({
    ...body,
    entity_id: body.kind === 'ENTITY' ? body.entityId : null,
    source_id: body.kind === 'SOURCE' ? body.sourceId : null,
    locator_label: body.kind === 'SOURCE' ? body.locatorLabel : null,
    id: newId(),
    annotation_id: annotation.id,
    ordinal,
  }));
}

function anchorRows(ready: readonly ReadyAnnotation[]) {
  return ready.flatMap((one) =>
    one.targets.map(({ anchorId, revision, quote }, ordinal) => ({
      id: anchorId,
      document_id: one.annotation.documentId,
      annotation_id: one.annotation.id,
      ordinal,
      made_on_id: revision.id,
      ...quote,
    })),
  );
}

function positionRows(ready: readonly ReadyAnnotation[]) {
  return ready.flatMap(({ annotation, targets }) =>
    targets.flatMap(({ anchorId, positions }) =>
      positions.map((position) => positionRow(annotation.documentId, anchorId, position)),
    ),
  );
}

function eventRow({ annotation, content }: ReadyAnnotation) {
  return {
    id: newId(),
    kind: 'ANNOTATION_ADDED',
    occurred_at: annotation.createdAt,
    agent_id: annotation.creatorId,
    document_id: annotation.documentId,
    annotation_id: annotation.id,
    state: { version: annotation.version, ...content },
  };
}
