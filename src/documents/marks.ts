import { groupBy } from '../group-by.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionBlock, RevisionUnit } from '../text/revision-text.ts';
import { validIn } from './valid-in.ts';

/** How many stretches of one kind are drawn on one block's words at most. */
export const MARKS_PER_BLOCK = 1_000;

/** What has anchors and is drawn on text. */
export interface Marked {
  /** Joins it to its anchor `n`. */
  joins: Prisma.Sql;
  /** Its id, as it is joined so. */
  id: Prisma.Sql;
  /** Which of them are drawn. */
  condition: Prisma.Sql;
  /** Joins it to the row `r` that has its id as `marked_id`. */
  again: Prisma.Sql;
  /** What is read of it, as it is joined so. */
  columns: Prisma.Sql;
}

/** A stretch of a block's own words on which something lies, in UTF-16 code units from their start. */
export interface Mark<Row> {
  row: Row;
  start: number;
  end: number;
}

/** What is drawn on a block's words, and how much is not because it is too much. */
export interface MarksOnBlock<Row> {
  marks: Mark<Row>[];
  omitted: number;
}

interface Stretch {
  /** The index of the block. */
  key: number;
  /** How many stretches there are on the block. */
  total: number;
  startUnitId: string;
  startOffset: number;
  endUnitId: string;
  endOffset: number;
}

/** Finds what to draw on the own words of any number of blocks, in one statement: what begins first, the longest first. */
export async function readMarks<Row extends { id: string }>(
  statements: Statements,
  blocks: readonly RevisionBlock[],
  marked: Marked,
): Promise<MarksOnBlock<Row>[]> {
  const stretches = await readStretches<Row>(statements, blocks, marked);
  const rows = groupBy(stretches, (row) => row.key);
  return blocks.map(({ unit }, key) => {
    const own = rows.get(key) ?? [];
    if (unit === null) return { marks: [], omitted: 0 };
    const marks = own.map((row) => ({ row, ...partIn(unit, row) }));
    marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.row.id < b.row.id ? -1 : 1));
    return { marks, omitted: (own[0]?.total ?? 0) - marks.length };
  });
}

async function readStretches<Row>(
  statements: Statements,
  blocks: readonly RevisionBlock[],
  { joins, id, condition, again, columns }: Marked,
): Promise<(Row & Stretch)[]> {
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
  const position = Prisma.sql`p.start_unit_id, p.start_offset, p.end_unit_id, p.end_offset`;
  const anchored = Prisma.sql`JOIN anchor n ON n.id = p.anchor_id ${joins}`;
  return await statements.$queryRaw<(Row & Stretch)[]>`
    WITH asked AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(units)}::json)
        AS u(key int, unit_id uuid, ordinal int, revision_id uuid, number int, document_id uuid)
    ), spans AS MATERIALIZED (
      SELECT s.revision_id, f.ordinal AS first, l.ordinal AS last, ${id} AS marked_id, ${position}
      FROM (SELECT DISTINCT revision_id, number, document_id FROM asked) s
        JOIN anchor_position p ON p.document_id = s.document_id AND p.spanning AND ${validIn(Prisma.sql`s.number`)}
        JOIN block f ON f.revision_id = s.revision_id AND f.unit_id = p.start_unit_id
        JOIN block l ON l.revision_id = s.revision_id AND l.unit_id = p.end_unit_id
        ${anchored}
      WHERE ${condition}
    ), stretches AS (
      SELECT s.key, s.ordinal AS first, ${id} AS marked_id, ${position}
      FROM asked s
        JOIN anchor_position p ON p.start_unit_id = s.unit_id AND NOT p.spanning AND ${validIn(Prisma.sql`s.number`)}
        ${anchored}
      WHERE ${condition}
      UNION ALL
      SELECT s.key, p.first, p.marked_id, ${position}
      FROM asked s JOIN spans p ON p.revision_id = s.revision_id AND s.ordinal BETWEEN p.first AND p.last
    ), ranked AS (
      SELECT *, count(*) OVER (PARTITION BY key)::int AS total,
        row_number() OVER (PARTITION BY key ORDER BY first, start_offset, marked_id)::int AS rank
      FROM stretches
    )
    SELECT r.key, r.total, r.start_unit_id AS "startUnitId", r.start_offset AS "startOffset",
      r.end_unit_id AS "endUnitId", r.end_offset AS "endOffset", ${columns}
    FROM ranked r ${again} WHERE r.rank <= ${MARKS_PER_BLOCK}`;
}

/** The part of a stretch that is in a unit that it touches. */
function partIn(unit: RevisionUnit, stretch: Stretch): { start: number; end: number } {
  const offsets = unit.block.revision.unitOffsets(unit);
  return {
    start: stretch.startUnitId === unit.id ? offsets.toUtf16(stretch.startOffset, 'CODE_POINT') : 0,
    end: stretch.endUnitId === unit.id ? offsets.toUtf16(stretch.endOffset, 'CODE_POINT') : unit.text.length,
  };
}
