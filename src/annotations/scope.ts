import { spanOf } from '../anchors/span.ts';
import { validIn } from '../documents/valid-in.ts';
import { Prisma } from '../store/generated/client.ts';
import type { TextRange } from '../text/range.ts';
import type { RevisionText } from '../text/revision-text.ts';

/** How many units a stretch of text may touch for them to be told apart. */
const UNITS = 32;

/** A place in a revision's words: a block's ordinal, and code points from the start of that block's own words. */
export interface Place {
  ordinal: number;
  offset: number;
}

/** Whose list of annotations is asked for. */
export type Scope =
  /** All that there are. */
  | { kind: 'store' }
  /** A document's, where they stand in one of its revisions. */
  | { kind: 'document'; documentId: string; revisionId: string; number: number }
  /** Those that touch a stretch of a revision's text. */
  | {
      kind: 'text';
      documentId: string;
      revisionId: string;
      number: number;
      start: Place;
      end: Place;
      /** The units that the stretch touches; null where those are many. */
      unitIds: readonly string[] | null;
    }
  /** The replies to an annotation. */
  | { kind: 'replies'; annotationId: string }
  /** Those with a body of an entity that stands for itself. */
  | { kind: 'entity'; entityId: string }
  /** Those with a body of a source that stands for itself. */
  | { kind: 'source'; sourceId: string };

/** The scope of what touches a UTF-16 range of a revision's canonical text; null when no words are in it. */
export function textScope(revision: RevisionText, range: TextRange): Extract<Scope, { kind: 'text' }> | null {
  const span = spanOf(revision, range);
  if (span === null) return null;
  const placeOf = (unitId: string, offset: number): Place => ({
    ordinal: revision.unitById(unitId)?.block.ordinal ?? 0,
    offset,
  });
  const start = placeOf(span.startUnitId, span.startOffset);
  const end = placeOf(span.endUnitId, span.endOffset);
  const isShort = end.ordinal - start.ordinal < UNITS;
  return {
    kind: 'text',
    documentId: revision.documentId,
    revisionId: revision.id,
    number: revision.number,
    start,
    end,
    unitIds: isShort ? revision.unitsIn(range).map(({ id }) => id) : null,
  };
}

/** Tells scopes of one kind apart. */
export function nameOfScope(scope: Scope): string {
  return JSON.stringify(recordOf(scope));
}

/** The scopes as a table `s`, one row each, `key` being the index. */
export function scopeRecords(scopes: readonly Scope[]): Prisma.Sql {
  const records = scopes.map((scope, key) => ({ key, ...recordOf(scope) }));
  return Prisma.sql`json_to_recordset(${JSON.stringify(records)}::json) AS s(key int, document_id uuid,
    revision_id uuid, number int, annotation_id uuid, entity_id uuid, source_id uuid,
    start_ordinal int, start_offset int, end_ordinal int, end_offset int)`;
}

function recordOf(scope: Scope): Record<string, string | number> {
  switch (scope.kind) {
    case 'store':
      return {};
    case 'document':
      return { document_id: scope.documentId, revision_id: scope.revisionId, number: scope.number };
    case 'replies':
      return { annotation_id: scope.annotationId };
    case 'entity':
      return { entity_id: scope.entityId };
    case 'source':
      return { source_id: scope.sourceId };
    case 'text':
      return {
        document_id: scope.documentId,
        revision_id: scope.revisionId,
        number: scope.number,
        start_ordinal: scope.start.ordinal,
        start_offset: scope.start.offset,
        end_ordinal: scope.end.ordinal,
        end_offset: scope.end.offset,
      };
  }
}

/** The condition under which a position `p` tells where an anchor stands in the scopes' revisions. */
export function positionCondition(scopes: readonly Scope[]): Prisma.Sql {
  const kind = scopes[0]?.kind;
  return kind === 'text' || kind === 'document'
    ? validIn(Prisma.sql`s.number`)
    : Prisma.sql`p.last_revision IS NULL`;
}

/** What is in the list of the scope `s`: a subselect of annotation ids; of a text also the place, `[ordinal, offset]`. */
export function candidates(scopes: readonly Scope[]): Prisma.Sql {
  switch (scopes[0]?.kind) {
    case 'text':
      return Prisma.sql`(
        SELECT t.annotation_id, min(t.place) AS place
        FROM (${startingInText} UNION ALL ${reachingIntoText}) t GROUP BY t.annotation_id)`;
    case 'document':
      return Prisma.sql`(SELECT id AS annotation_id, NULL::int[] AS place FROM annotation
        WHERE document_id = s.document_id)`;
    case 'replies':
      return Prisma.sql`(SELECT id AS annotation_id, NULL::int[] AS place FROM annotation
        WHERE reply_to_id = s.annotation_id)`;
    case 'entity':
      return Prisma.sql`(SELECT DISTINCT y.annotation_id, NULL::int[] AS place
        FROM entity e JOIN annotation_body y ON y.entity_id = e.id WHERE e.canonical_id = s.entity_id)`;
    case 'source':
      return Prisma.sql`(SELECT DISTINCT y.annotation_id, NULL::int[] AS place
        FROM source w JOIN annotation_body y ON y.source_id = w.id WHERE w.canonical_id = s.source_id)`;
    default:
      return Prisma.sql`(SELECT id AS annotation_id, NULL::int[] AS place FROM annotation)`;
  }
}

const startingInText = Prisma.sql`
  SELECT n.annotation_id, ARRAY[b.ordinal, p.start_offset] AS place
  FROM block b
    JOIN anchor_position p ON p.start_unit_id = b.unit_id AND ${validIn(Prisma.sql`s.number`)}
    JOIN anchor n ON n.id = p.anchor_id
  WHERE b.revision_id = s.revision_id AND b.ordinal BETWEEN s.start_ordinal AND s.end_ordinal
    AND (b.ordinal, p.start_offset) < (s.end_ordinal, s.end_offset)
    AND (p.spanning OR (b.ordinal, p.end_offset) > (s.start_ordinal, s.start_offset))`;

const reachingIntoText = Prisma.sql`
  SELECT n.annotation_id, ARRAY[f.ordinal, p.start_offset] AS place
  FROM anchor_position p
    JOIN block f ON f.revision_id = s.revision_id AND f.unit_id = p.start_unit_id
    JOIN block l ON l.revision_id = s.revision_id AND l.unit_id = p.end_unit_id
    JOIN anchor n ON n.id = p.anchor_id
  WHERE p.document_id = s.document_id AND p.spanning AND ${validIn(Prisma.sql`s.number`)}
    AND f.ordinal < s.start_ordinal AND (l.ordinal, p.end_offset) > (s.start_ordinal, s.start_offset)`;
