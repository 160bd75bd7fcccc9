import { MARKS_PER_BLOCK } from '../annotations/marks.ts';
import { groupBy, validIn } from '../annotations/read.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import { filterCondition, type MentionFilter } from './filter.ts';
import { type Mention, mentionColumns } from './mention.ts';

/** A mention's stretch of a block's own words, in UTF-16 code units from their start. */
export interface MentionMark {
  mention: Mention;
  start: number;
  end: number;
}

/** The mentions to draw on a block's words, and how many there are beyond those because it is too much. */
export interface BlockMentions {
  marks: MentionMark[];
  omitted: number;
}

interface MarkRow extends Mention {
  /** The index of the block. */
  key: number;
  total: number;
  startUnitId: string;
  startOffset: number;
  endUnitId: string;
  endOffset: number;
}

/** Finds the mentions to draw on the own words of any number of blocks, in one statement. */
export async function mentionMarksOf(
  statements: Statements,
  blocks: readonly RevisionBlock[],
  filter: MentionFilter,
): Promise<BlockMentions[]> {
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
  const rows = units.length === 0 ? [] : await readRows(statements, units, filter);
  const grouped = groupBy(rows, (row) => row.key);
  return blocks.map((block, key) => {
    const own = grouped.get(key) ?? [];
    const marks = own.map((row) => markOn(block, row));
    marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.mention.id < b.mention.id ? -1 : 1));
    return { marks, omitted: (own[0]?.total ?? 0) - own.length };
  });
}

async function readRows(
  statements: Statements,
  units: readonly object[],
  filter: MentionFilter,
): Promise<MarkRow[]> {
  const condition = filterCondition(filter);
  const position = Prisma.sql`p.start_unit_id, p.start_offset, p.end_unit_id, p.end_offset`;
  const anchored = Prisma.sql`JOIN anchor n ON n.id = p.anchor_id
        JOIN mention m ON m.id = n.mention_id
        JOIN entity e ON e.id = m.entity_id`;
  return await statements.$queryRaw<MarkRow[]>`
    WITH asked AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(units)}::json)
        AS u(key int, unit_id uuid, ordinal int, revision_id uuid, number int, document_id uuid)
    ), spans AS MATERIALIZED (
      SELECT s.revision_id, f.ordinal AS first, l.ordinal AS last, m.id AS mention_id, ${position}
      FROM (SELECT DISTINCT revision_id, number, document_id FROM asked) s
        JOIN anchor_position p ON p.document_id = s.document_id AND p.spanning AND ${validIn(Prisma.sql`s.number`)}
        JOIN block f ON f.revision_id = s.revision_id AND f.unit_id = p.start_unit_id
        JOIN block l ON l.revision_id = s.revision_id AND l.unit_id = p.end_unit_id
        ${anchored}
      WHERE ${condition}
    ), stretches AS (
      SELECT s.key, s.ordinal AS first, m.id AS mention_id, ${position}
      FROM asked s
        JOIN anchor_position p ON p.start_unit_id = s.unit_id AND NOT p.spanning AND ${validIn(Prisma.sql`s.number`)}
        ${anchored}
      WHERE ${condition}
      UNION ALL
      SELECT s.key, p.first, p.mention_id, ${position}
      FROM asked s JOIN spans p ON p.revision_id = s.revision_id AND s.ordinal BETWEEN p.first AND p.last
    ), ranked AS (
      SELECT *, count(*) OVER (PARTITION BY key)::int AS total,
        row_number() OVER (PARTITION BY key ORDER BY first, start_offset, mention_id)::int AS rank
      FROM stretches
    )
    SELECT r.key, r.total, r.start_unit_id AS "startUnitId", r.start_offset AS "startOffset",
      r.end_unit_id AS "endUnitId", r.end_offset AS "endOffset", ${mentionColumns}
    FROM ranked r JOIN mention m ON m.id = r.mention_id JOIN entity e ON e.id = m.entity_id
    WHERE r.rank <= ${MARKS_PER_BLOCK}`;
}

/** The part of a mention's words that is in a block that they touch. */
function markOn({ unit, revision }: RevisionBlock, row: MarkRow): MentionMark {
  if (unit === null) throw new Error('A mention is on a block without words');
  const offsets = revision.unitOffsets(unit);
  const start = row.startUnitId === unit.id ? offsets.toUtf16(row.startOffset, 'CODE_POINT') : 0;
  const end = row.endUnitId === unit.id ? offsets.toUtf16(row.endOffset, 'CODE_POINT') : unit.text.length;
  return { mention: row, start, end };
}
