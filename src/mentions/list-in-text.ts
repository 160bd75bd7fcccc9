import type { Scope } from '../annotations/scope.ts';
import { scopeRecords } from '../annotations/scope.ts';
import { validIn } from '../documents/valid-in.ts';
import { groupBy } from '../group-by.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import { filterCondition, type MentionFilter } from './filter.ts';
import { type Mention, mentionColumns } from './mention.ts';
import { AFTER_BLOCKS, type ListedMention, type MentionPlace } from './place.ts';

/** A stretch of a revision's text whose mentions are asked for. */
export type TextScope = Extract<Scope, { kind: 'text' }>;

/** What is asked of a list of mentions, apart from whose list it is. */
export interface MentionListShape {
  filter: MentionFilter;
  limit: number;
  after: MentionPlace | null;
  /** Whether those whose words are gone from the document come at the end. */
  withLost: boolean;
}

/**
 * Reads a page of the mentions in several stretches of text, in the order of the text, in one statement. It walks the
 * blocks from the cursor on, so that a page takes as long at the end of a book as at its beginning.
 */
export async function listMentionsInText(
  statements: Statements,
  scopes: readonly TextScope[],
  { filter, limit, after, withLost }: MentionListShape,
): Promise<ListedMention[][]> {
  const condition = filterCondition(filter);
  const parts = [
    Prisma.sql`(${startingIn} AND b.ordinal >= ${after?.ordinal ?? 0} AND ${condition} AND ${beyond(after, Prisma.sql`b.ordinal`, Prisma.sql`p.start_offset`)}
      ORDER BY b.ordinal, p.start_offset, m.id LIMIT ${limit})`,
    Prisma.sql`(${reachingInto} AND ${condition} AND ${beyond(after, Prisma.sql`f.ordinal`, Prisma.sql`p.start_offset`)}
      ORDER BY f.ordinal, p.start_offset, m.id LIMIT ${limit})`,
    ...(withLost
      ? [
          Prisma.sql`(${lost} AND ${condition} AND ${beyond(after, Prisma.sql`${AFTER_BLOCKS}::int`, Prisma.sql`0`)}
            ORDER BY m.id LIMIT ${limit})`,
        ]
      : []),
  ];
  const rows = await statements.$queryRaw<(Mention & { key: number; ordinal: number; offset: number })[]>`
    SELECT s.key, x.* FROM ${scopeRecords(scopes)} CROSS JOIN LATERAL (
      SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) parts ORDER BY ordinal, "offset", id LIMIT ${limit}) x
    ORDER BY s.key, x.ordinal, x."offset", x.id`;
  const grouped = groupBy(rows, (row) => row.key);
  return scopes.map((_, key) =>
    (grouped.get(key) ?? []).map(({ key: _key, ordinal, offset, ...mention }) => ({
      ...mention,
      place: { documentId: mention.documentId, ordinal, offset, id: mention.id },
    })),
  );
}

/** Counts the mentions in several stretches of text in one statement. */
export async function countMentionsInText(
  statements: Statements,
  scopes: readonly TextScope[],
  filter: MentionFilter,
  withLost: boolean,
): Promise<number[]> {
  const condition = filterCondition(filter);
  const parts = [startingIn, reachingInto, ...(withLost ? [lost] : [])].map(
    (part) => Prisma.sql`(${part} AND ${condition})`,
  );
  const rows = await statements.$queryRaw<{ key: number; count: number }[]>`
    SELECT s.key, (SELECT count(*)::int FROM (${Prisma.join(parts, ' UNION ALL ')}) parts) AS count
    FROM ${scopeRecords(scopes)}`;
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  return scopes.map((_, key) => counts.get(key) ?? 0);
}

function beyond(after: MentionPlace | null, ordinal: Prisma.Sql, offset: Prisma.Sql): Prisma.Sql {
  if (after === null) return Prisma.sql`TRUE`;
  return Prisma.sql`(${ordinal}, ${offset}, m.id) > (${after.ordinal}, ${after.offset}, ${after.id}::uuid)`;
}

const anchored = Prisma.sql`
    JOIN anchor n ON n.id = p.anchor_id
    JOIN mention m ON m.id = n.mention_id
    JOIN entity e ON e.id = m.entity_id`;

const startingIn = Prisma.sql`
  SELECT ${mentionColumns}, b.ordinal, p.start_offset AS "offset"
  FROM block b
    JOIN anchor_position p ON p.start_unit_id = b.unit_id AND ${validIn(Prisma.sql`s.number`)}
    ${anchored}
  WHERE b.revision_id = s.revision_id AND b.ordinal BETWEEN s.start_ordinal AND s.end_ordinal
    AND (b.ordinal, p.start_offset) < (s.end_ordinal, s.end_offset)
    AND (p.spanning OR (b.ordinal, p.end_offset) > (s.start_ordinal, s.start_offset))`;

const reachingInto = Prisma.sql`
  SELECT ${mentionColumns}, f.ordinal, p.start_offset AS "offset"
  FROM anchor_position p
    JOIN block f ON f.revision_id = s.revision_id AND f.unit_id = p.start_unit_id
    JOIN block l ON l.revision_id = s.revision_id AND l.unit_id = p.end_unit_id
    ${anchored}
  WHERE p.document_id = s.document_id AND p.spanning AND ${validIn(Prisma.sql`s.number`)}
    AND f.ordinal < s.start_ordinal AND (l.ordinal, p.end_offset) > (s.start_ordinal, s.start_offset)`;

/** What the linker merely suggests is of no use without its words. */
const lost = Prisma.sql`
  SELECT ${mentionColumns}, ${AFTER_BLOCKS}::int AS ordinal, 0 AS "offset"
  FROM anchor_position p ${anchored}
  WHERE p.document_id = s.document_id AND p.start_unit_id IS NULL AND ${validIn(Prisma.sql`s.number`)}
    AND NOT (m.origin = 'LINKER' AND m.status = 'SUGGESTED')`;
