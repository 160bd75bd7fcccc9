import type { Principal } from '../access/principal.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionBlock, RevisionUnit } from '../text/revision-text.ts';
import { type Annotation, annotationColumns } from './annotation.ts';
import { type AnnotationFilter, filterCondition } from './filter.ts';
import { groupBy, validIn } from './read.ts';

/** How many annotated stretches are drawn on one block's words at most. */
export const MARKS_PER_BLOCK = 1_000;

/** An annotation's stretch of a block's own words, in UTF-16 code units from their start. */
export interface AnnotationMark {
  annotation: Annotation;
  start: number;
  end: number;
}

/** What is drawn on a block's words, and how much is not because it is too much. */
export interface BlockMarks {
  marks: AnnotationMark[];
  omitted: number;
}

interface MarkRow extends Annotation {
  /** The index of the block. */
  key: number;
  /** How many stretches there are on the block. */
  total: number;
  startUnitId: string;
  startOffset: number;
  endUnitId: string;
  endOffset: number;
}

/** Finds what to draw on the own words of any number of blocks, in one statement. */
export async function marksOf(
  statements: Statements,
  principal: Principal,
  blocks: readonly RevisionBlock[],
  filter: AnnotationFilter,
): Promise<BlockMarks[]> {
  const rows = groupBy(await readRows(statements, principal, blocks, filter), (row) => row.key);
  return blocks.map(({ unit }, key) => {
    const own = rows.get(key) ?? [];
    if (unit === null) return { marks: [], omitted: 0 };
    const marks = own.map((row) => markOn(unit, row));
    marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1));
    return { marks, omitted: (own[0]?.total ?? 0) - marks.length };
  });
}

async function readRows(
  statements: Statements,
  principal: Principal,
  blocks: readonly RevisionBlock[],
  filter: AnnotationFilter,
): Promise<MarkRow[]> {
  const units = blocks.flatMap(({ unit, ordinal, revision }, key) =>
    unit === null
      ? []
      : [
          {
            key,
            unit_id: unit.id,
            ordinal,
            revision_id: revision.id,
            number: revision.number,
            document_id: revision.documentId,
          },
        ],
  );
  if (units.length === 0) return [];
  const condition = filterCondition(principal, filter, validIn(Prisma.sql`s.number`));
  const position = Prisma.sql`p.start_unit_id, p.start_offset, p.end_unit_id, p.end_offset`;
  return await statements.$queryRaw<MarkRow[]>`
    WITH asked AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(units)}::json)
        AS u(key int, unit_id uuid, ordinal int, revision_id uuid, number int, document_id uuid)
    ), spans AS MATERIALIZED (
      SELECT s.revision_id, f.ordinal AS first, l.ordinal AS last, a.id AS annotation_id, ${position}
      FROM (SELECT DISTINCT revision_id, number, document_id FROM asked) s
        JOIN anchor_position p ON p.document_id = s.document_id AND p.spanning AND ${validIn(Prisma.sql`s.number`)}
        JOIN block f ON f.revision_id = s.revision_id AND f.unit_id = p.start_unit_id
        JOIN block l ON l.revision_id = s.revision_id AND l.unit_id = p.end_unit_id
        JOIN anchor n ON n.id = p.anchor_id
        JOIN annotation a ON a.id = n.annotation_id
      WHERE ${condition}
    ), stretches AS (
      SELECT s.key, s.ordinal AS first, a.id AS annotation_id, ${position}
      FROM asked s
        JOIN anchor_position p ON p.start_unit_id = s.unit_id AND NOT p.spanning AND ${validIn(Prisma.sql`s.number`)}
        JOIN anchor n ON n.id = p.anchor_id
        JOIN annotation a ON a.id = n.annotation_id
      WHERE ${condition}
      UNION ALL
      SELECT s.key, p.first, p.annotation_id, ${position}
      FROM asked s JOIN spans p ON p.revision_id = s.revision_id AND s.ordinal BETWEEN p.first AND p.last
    ), ranked AS (
      SELECT *, count(*) OVER (PARTITION BY key)::int AS total,
        row_number() OVER (PARTITION BY key ORDER BY first, start_offset, annotation_id)::int AS rank
      FROM stretches
    )
    SELECT r.key, r.total, r.start_unit_id AS "startUnitId", r.start_offset AS "startOffset",
      r.end_unit_id AS "endUnitId", r.end_offset AS "endOffset", ${annotationColumns}
    FROM ranked r JOIN annotation a ON a.id = r.annotation_id WHERE r.rank <= ${MARKS_PER_BLOCK}`;
}

/** The part of an annotation's words that is in a unit that they touch. */
function markOn(unit: RevisionUnit, row: MarkRow): AnnotationMark {
  const offsets = unit.block.revision.unitOffsets(unit);
  const start = row.startUnitId === unit.id ? offsets.toUtf16(row.startOffset, 'CODE_POINT') : 0;
  const end = row.endUnitId === unit.id ? offsets.toUtf16(row.endOffset, 'CODE_POINT') : unit.text.length;
  return { annotation: row, start, end };
}
