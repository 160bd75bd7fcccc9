import type { Principal } from '../access/principal.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionBlock, RevisionUnit } from '../text/revision-text.ts';
import { type Annotation, annotationColumns } from './annotation.ts';
import { type AnnotationFilter, filterCondition } from './filter.ts';
import { groupBy, validIn } from './read.ts';

/** How many annotations are drawn on one block's words at most. */
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
  /** The index of the block for what stands in it alone; null for what spans blocks. */
  key: number | null;
  revisionId: string;
  startUnitId: string;
  startOffset: number;
  endUnitId: string;
  endOffset: number;
  total: number;
}

/** Finds what to draw on the own words of any number of blocks, in one statement. */
export async function marksOf(
  statements: Statements,
  principal: Principal,
  blocks: readonly RevisionBlock[],
  filter: AnnotationFilter,
): Promise<BlockMarks[]> {
  const rows = await readRows(statements, principal, blocks, filter);
  const alone = groupBy(
    rows.filter((row) => row.key !== null),
    (row) => row.key,
  );
  const spanning = groupBy(
    rows.filter((row) => row.key === null),
    (row) => row.revisionId,
  );
  return blocks.map((block, key) => {
    const { unit } = block;
    if (unit === null) return { marks: [], omitted: 0 };
    const inside = alone.get(key) ?? [];
    const across = spanning.get(block.revision.id) ?? [];
    const marks = [...inside, ...across].flatMap((row) => markOn(unit, row) ?? []);
    marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1));
    const shown = marks.slice(0, MARKS_PER_BLOCK);
    const unread = unreadOf(inside) + unreadOf(across);
    return { marks: shown, omitted: marks.length - shown.length + unread };
  });
}

function unreadOf(rows: MarkRow[]): number {
  return (rows[0]?.total ?? 0) - rows.length;
}

async function readRows(
  statements: Statements,
  principal: Principal,
  blocks: readonly RevisionBlock[],
  filter: AnnotationFilter,
): Promise<MarkRow[]> {
  const units = blocks.flatMap((block, key) =>
    block.unit === null
      ? []
      : [{ key, revision_id: block.revision.id, number: block.revision.number, unit_id: block.unit.id }],
  );
  if (units.length === 0) return [];
  const revisions = [...new Map(blocks.map(({ revision }) => [revision.id, revision])).values()].map(
    (revision) => ({
      revision_id: revision.id,
      number: revision.number,
      document_id: revision.documentId,
    }),
  );
  const condition = filterCondition(principal, filter, validIn(Prisma.sql`s.number`));
  const positions = Prisma.sql`p.start_unit_id AS "startUnitId", p.start_offset AS "startOffset",
    p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset"`;
  return await statements.$queryRaw<MarkRow[]>`
    SELECT * FROM (
      SELECT s.key, s.revision_id AS "revisionId", ${annotationColumns}, ${positions},
        count(*) OVER w::int AS total, row_number() OVER (w ORDER BY p.start_offset, a.id)::int AS rank
      FROM json_to_recordset(${JSON.stringify(units)}::json) AS s(key int, revision_id uuid, number int, unit_id uuid)
        JOIN anchor_position p ON p.start_unit_id = s.unit_id AND NOT p.spanning
          AND ${validIn(Prisma.sql`s.number`)}
        JOIN anchor n ON n.id = p.anchor_id
        JOIN annotation a ON a.id = n.annotation_id
      WHERE ${condition}
      WINDOW w AS (PARTITION BY s.key)
    ) alone WHERE rank <= ${MARKS_PER_BLOCK}
    UNION ALL
    SELECT * FROM (
      SELECT NULL::int, s.revision_id, ${annotationColumns}, ${positions},
        count(*) OVER w::int AS total, row_number() OVER (w ORDER BY a.id)::int AS rank
      FROM json_to_recordset(${JSON.stringify(revisions)}::json) AS s(revision_id uuid, number int, document_id uuid)
        JOIN anchor_position p ON p.document_id = s.document_id AND p.spanning
          AND ${validIn(Prisma.sql`s.number`)}
        JOIN anchor n ON n.id = p.anchor_id
        JOIN annotation a ON a.id = n.annotation_id
      WHERE ${condition}
      WINDOW w AS (PARTITION BY s.revision_id)
    ) spanning WHERE rank <= ${MARKS_PER_BLOCK}`;
}

/** The part of an annotation's words that is in a unit, or null when it does not touch the unit. */
function markOn(unit: RevisionUnit, row: MarkRow): AnnotationMark | null {
  const { revision } = unit.block;
  const first = revision.unitById(row.startUnitId);
  const last = revision.unitById(row.endUnitId);
  if (first === undefined || last === undefined || first.index > unit.index || last.index < unit.index)
    return null;
  const offsets = revision.unitOffsets(unit);
  const start = first === unit ? offsets.toUtf16(row.startOffset, 'CODE_POINT') : 0;
  const end = last === unit ? offsets.toUtf16(row.endOffset, 'CODE_POINT') : unit.text.length;
  return { annotation: row, start, end };
}
