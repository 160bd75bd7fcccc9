import { standingMention } from '../access/visibility.ts';
import type { AnchorRow } from '../annotations/read.ts';
import { validIn } from '../documents/valid-in.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import { type Mention, mentionColumns } from './mention.ts';

/** Reads mentions by id, rejected ones too; none that was withdrawn. */
export async function readMentions(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, Mention>> {
  const rows = await statements.$queryRaw<Mention[]>`
    SELECT ${mentionColumns} FROM mention m JOIN entity e ON e.id = m.entity_id
    WHERE m.id = ANY(${ids}::uuid[]) AND ${standingMention}`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** A mention in the revision of a number, or, when null, as it stands now. */
export interface MentionSeen {
  mentionId: string;
  number: number | null;
}

/** Reads where mentions stand that were read before; null where a mention was not there yet. */
export async function readMentionAnchors(
  statements: Statements,
  wanted: readonly MentionSeen[],
): Promise<(AnchorRow | null)[]> {
  const rows = await statements.$queryRaw<({ key: number } & AnchorRow)[]>`
    SELECT w.key, n.id, n.made_on_id AS "madeOnId", n.exact, n.prefix, n.suffix,
      p.status, p.score, p.start_unit_id AS "startUnitId", p.start_offset AS "startOffset",
      p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset"
    FROM ${wantedRecords(wanted)}
      JOIN anchor n ON n.mention_id = w.id
      JOIN anchor_position p ON p.anchor_id = n.id AND ${holdsIn}`;
  const found = new Map(rows.map(({ key, ...row }) => [key, row]));
  return wanted.map((_, key) => found.get(key) ?? null);
}

/** The shortest longer mention that holds each mention, which is nested in it then; null where there is none. */
export async function readHolders(
  statements: Statements,
  wanted: readonly MentionSeen[],
): Promise<(Mention | null)[]> {
  const rows = await statements.$queryRaw<({ key: number } & Mention)[]>`
    SELECT w.key, x.* FROM ${wantedRecords(wanted)}
      JOIN anchor n ON n.mention_id = w.id
      JOIN anchor_position p ON p.anchor_id = n.id AND ${holdsIn}
      CROSS JOIN LATERAL (
        SELECT ${mentionColumns}
        FROM anchor_position q
          JOIN anchor o ON o.id = q.anchor_id
          JOIN mention m ON m.id = o.mention_id
          JOIN entity e ON e.id = m.entity_id
        WHERE q.start_unit_id = p.start_unit_id AND q.end_unit_id = p.end_unit_id
          AND q.start_offset <= p.start_offset AND q.end_offset >= p.end_offset
          AND q.end_offset - q.start_offset > p.end_offset - p.start_offset
          AND (q.first_revision <= COALESCE(w.number, 2147483647)
            AND (q.last_revision IS NULL OR q.last_revision >= w.number))
          AND ${standingMention} AND m.status <> 'REJECTED'
        ORDER BY q.end_offset - q.start_offset, m.confidence DESC, m.id LIMIT 1
      ) x`;
  const found = new Map(rows.map(({ key, ...mention }) => [key, mention]));
  return wanted.map((_, key) => found.get(key) ?? null);
}

/** Reads the texts of units by their ids. */
export async function readUnitTexts(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await statements.$queryRaw<{ id: string; text: string }[]>`
    SELECT id, text FROM text_unit WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function wantedRecords(wanted: readonly MentionSeen[]): Prisma.Sql {
  const records = wanted.map(({ mentionId, number }, key) => ({ key, id: mentionId, number }));
  return Prisma.sql`json_to_recordset(${JSON.stringify(records)}::json) AS w(key int, id uuid, number int)`;
}

const holdsIn = Prisma.sql`CASE WHEN w.number IS NULL THEN p.last_revision IS NULL ELSE ${validIn(Prisma.sql`w.number`)} END`;
