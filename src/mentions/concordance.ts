import { groupBy } from '../group-by.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import { filterCondition, type MentionFilter } from './filter.ts';
import { type Mention, mentionColumns } from './mention.ts';
import type { ListedMention, MentionPlace } from './place.ts';

/** A page of the mentions of entities. */
export interface ConcordanceShape {
  filter: MentionFilter;
  limit: number;
  after: MentionPlace | null;
}

/**
 * Reads a page of where entities are mentioned, document by document, the oldest first, in each in the order of its
 * latest text: one statement for any number of entities. It goes through the documents from the cursor on, so that a
 * page takes as long at the end of a long concordance as at its beginning.
 * @param entityIds of entities that stand for themselves.
 */
export async function readConcordance(
  statements: Statements,
  entityIds: readonly string[],
  { filter, limit, after }: ConcordanceShape,
): Promise<ListedMention[][]> {
  const from = after === null ? Prisma.sql`TRUE` : Prisma.sql`v.document_id >= ${after.documentId}::uuid`;
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(m.document_id, b.ordinal, p.start_offset, m.id) >
          (${after.documentId}::uuid, ${after.ordinal}, ${after.offset}, ${after.id}::uuid)`;
  const rows = await statements.$queryRaw<(Mention & { key: number; ordinal: number; offset: number })[]>`
    SELECT s.key, x.* FROM ${entityRecords(entityIds)} CROSS JOIN LATERAL (
      SELECT y.* FROM (
        SELECT DISTINCT v.document_id FROM entity g JOIN mention v ON v.entity_id = g.id
        WHERE g.canonical_id = s.id AND ${documentOf(filter, 'v')} AND ${from} ORDER BY v.document_id
      ) d CROSS JOIN LATERAL (
        SELECT ${mentionColumns}, b.ordinal, p.start_offset AS "offset"
        FROM document t
          JOIN revision r ON r.document_id = t.id AND r.number = t.latest_revision
          JOIN mention m ON m.document_id = t.id
          JOIN entity e ON e.id = m.entity_id AND e.canonical_id = s.id
          JOIN anchor n ON n.mention_id = m.id
          JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL
          JOIN block b ON b.revision_id = r.id AND b.unit_id = p.start_unit_id
        WHERE t.id = d.document_id AND ${filterCondition(filter)} AND ${beyond}
        ORDER BY b.ordinal, p.start_offset, m.id LIMIT ${limit}
      ) y
      ORDER BY d.document_id, y.ordinal, y."offset", y.id LIMIT ${limit}
    ) x ORDER BY s.key, x."documentId", x.ordinal, x."offset", x.id`;
  const grouped = groupBy(rows, (row) => row.key);
  return entityIds.map((_, key) =>
    (grouped.get(key) ?? []).map(({ key: _key, ordinal, offset, ...mention }) => ({
      ...mention,
      place: { documentId: mention.documentId, ordinal, offset, id: mention.id },
    })),
  );
}

/** Counts the mentions of entities that point at words now, in one statement. */
export async function countConcordance(
  statements: Statements,
  entityIds: readonly string[],
  filter: MentionFilter,
): Promise<number[]> {
  const rows = await statements.$queryRaw<{ key: number; count: number }[]>`
    SELECT s.key, (
      SELECT count(*)::int
      FROM entity e
        JOIN mention m ON m.entity_id = e.id
        JOIN anchor n ON n.mention_id = m.id
        JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL AND p.start_unit_id IS NOT NULL
      WHERE e.canonical_id = s.id AND ${filterCondition(filter)}
    ) AS count FROM ${entityRecords(entityIds)}`;
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  return entityIds.map((_, key) => counts.get(key) ?? 0);
}

/** The entities as a table `s`, one row each, `key` being the index. */
export function entityRecords(entityIds: readonly string[]): Prisma.Sql {
  const records = entityIds.map((id, key) => ({ key, id }));
  return Prisma.sql`json_to_recordset(${JSON.stringify(records)}::json) AS s(key int, id uuid)`;
}

function documentOf({ documentId }: MentionFilter, alias: string): Prisma.Sql {
  if (documentId === undefined) return Prisma.sql`TRUE`;
  return Prisma.sql`${Prisma.raw(alias)}.document_id = ${documentId}::uuid`;
}
