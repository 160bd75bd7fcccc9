import { validIn } from '../documents/valid-in.ts';
import { Prisma } from '../store/generated/client.ts';
import { annotationColumns } from './annotation.ts';
import type { AnnotationKey, ListShape } from './list.ts';

/** Before every block stand the notes on the whole document, after every block the orphans. */
const BEFORE_BLOCKS = -1;
const AFTER_BLOCKS = 2_147_483_647;

/**
 * The annotations of the document of the scope `s` in the order of its text, as a subselect. It walks the blocks from
 * the cursor on, so that a page takes as long at the end of a book as at its beginning.
 * @param condition the filter, on the alias `a`.
 */
export function listByPosition(shape: ListShape, condition: Prisma.Sql): Prisma.Sql {
  const parts = [wholeDocument, inBlocks, orphaned].flatMap((part) => part(shape, condition) ?? []);
  if (parts.length === 0)
    return Prisma.sql`(SELECT ${annotationColumns}, NULL::int[] AS place FROM annotation a WHERE FALSE)`;
  const direction = directionOf(shape);
  return Prisma.sql`(
    SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) parts
    ORDER BY place ${direction}, id ${direction} LIMIT ${shape.limit})`;
}

/** Where the other anchors of the annotation of the anchor `n` stand: an annotation is listed by its first place. */
const otherPlaces = Prisma.sql`
  SELECT 1 FROM anchor m
    JOIN anchor_position o ON o.anchor_id = m.id AND o.first_revision <= s.number
      AND (o.last_revision IS NULL OR o.last_revision >= s.number)
    JOIN block ob ON ob.revision_id = s.revision_id AND ob.unit_id = o.start_unit_id
  WHERE m.annotation_id = n.annotation_id AND m.id <> n.id`;

function wholeDocument(shape: ListShape, condition: Prisma.Sql): Prisma.Sql | null {
  const bounds = boundsAt(shape, BEFORE_BLOCKS);
  if (bounds === null) return null;
  return Prisma.sql`(
    SELECT ${annotationColumns}, ARRAY[${BEFORE_BLOCKS}::int, 0] AS place FROM annotation a
    WHERE a.document_id = s.document_id AND NOT a.anchored AND ${condition} AND ${bounds}
    ORDER BY a.id ${directionOf(shape)} LIMIT ${shape.limit})`;
}

function orphaned(shape: ListShape, condition: Prisma.Sql): Prisma.Sql | null {
  const bounds = boundsAt(shape, AFTER_BLOCKS);
  if (bounds === null) return null;
  return Prisma.sql`(
    SELECT ${annotationColumns}, ARRAY[${AFTER_BLOCKS}::int, 0] AS place
    FROM anchor_position p
      JOIN anchor n ON n.id = p.anchor_id AND n.ordinal = 0
      JOIN annotation a ON a.id = n.annotation_id
    WHERE p.document_id = s.document_id AND p.start_unit_id IS NULL AND ${validIn(Prisma.sql`s.number`)}
      AND NOT EXISTS (${otherPlaces})
      AND ${condition} AND ${bounds}
    ORDER BY a.id ${directionOf(shape)} LIMIT ${shape.limit})`;
}

function inBlocks(shape: ListShape, condition: Prisma.Sql): Prisma.Sql | null {
  const { after, before } = shape;
  if (after?.ordinal === AFTER_BLOCKS || before?.ordinal === BEFORE_BLOCKS) return null;
  const direction = directionOf(shape);
  const from = after === null ? Prisma.sql`TRUE` : beyond(after, Prisma.sql`>`);
  const to = before === null ? Prisma.sql`TRUE` : beyond(before, Prisma.sql`<`);
  return Prisma.sql`(
    SELECT ${annotationColumns}, ARRAY[b.ordinal, p.start_offset] AS place
    FROM block b
      JOIN anchor_position p ON p.start_unit_id = b.unit_id AND ${validIn(Prisma.sql`s.number`)}
      JOIN anchor n ON n.id = p.anchor_id
      JOIN annotation a ON a.id = n.annotation_id
    WHERE b.revision_id = s.revision_id
      AND NOT EXISTS (${otherPlaces} AND (ob.ordinal, o.start_offset, o.id) < (b.ordinal, p.start_offset, p.id))
      AND b.ordinal BETWEEN ${after?.ordinal ?? 0} AND ${before?.ordinal ?? AFTER_BLOCKS}
      AND ${from} AND ${to} AND ${condition}
    ORDER BY b.ordinal ${direction}, p.start_offset ${direction}, a.id ${direction} LIMIT ${shape.limit})`;
}

function beyond({ ordinal, offset, id }: AnnotationKey, comparison: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(b.ordinal, p.start_offset, a.id) ${comparison} (${ordinal}, ${offset}, ${id}::uuid)`;
}

/** The cursors' conditions for what stands at one place all together, or null when a cursor excludes that place. */
function boundsAt({ after, before }: ListShape, ordinal: number): Prisma.Sql | null {
  if ((after !== null && after.ordinal > ordinal) || (before !== null && before.ordinal < ordinal))
    return null;
  const from = after?.ordinal === ordinal ? Prisma.sql`a.id > ${after.id}::uuid` : Prisma.sql`TRUE`;
  const to = before?.ordinal === ordinal ? Prisma.sql`a.id < ${before.id}::uuid` : Prisma.sql`TRUE`;
  return Prisma.sql`${from} AND ${to}`;
}

function directionOf({ backward }: ListShape): Prisma.Sql {
  return backward ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}
