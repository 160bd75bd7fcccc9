import { groupBy } from '../group-by.ts';
import { Prisma } from '../store/generated/client.ts';
import type { EntityKind } from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';
import { entityRecords } from './concordance.ts';
import { countedMention } from './mention.ts';

/** An entity in a list that is ranked by how often it comes. */
export interface RankedEntity {
  entityId: string;
  count: number;
  /** How much of that people have confirmed; only in the list of a document. */
  confirmed: number;
}

/** Where a list that is ranked by counts goes on. */
export interface Rank {
  count: number;
  entityId: string;
}

/** A page of a ranked list. */
export interface RankedShape {
  kinds?: EntityKind[];
  limit: number;
  after: Rank | null;
}

/** Which entities the latest texts of documents mention, those mentioned most first: one statement for any number. */
export async function entitiesOfDocuments(
  statements: Statements,
  documentIds: readonly string[],
  { kinds, limit, after }: RankedShape,
): Promise<RankedEntity[][]> {
  const rows = await statements.$queryRaw<(RankedEntity & { key: number })[]>`
    SELECT s.key, x.* FROM ${entityRecords(documentIds)} CROSS JOIN LATERAL (
      SELECT * FROM (${inDocument(kinds)}) c
      WHERE ${beyond(after)} ORDER BY count DESC, "entityId" LIMIT ${limit}
    ) x ORDER BY s.key, x.count DESC, x."entityId"`;
  return inOrder(documentIds, rows);
}

/** Counts the entities that the latest texts of documents mention, in one statement. */
export async function countEntitiesOfDocuments(
  statements: Statements,
  documentIds: readonly string[],
  kinds: EntityKind[] | undefined,
): Promise<number[]> {
  const rows = await statements.$queryRaw<{ key: number; count: number }[]>`
    SELECT s.key, (SELECT count(*)::int FROM (${inDocument(kinds)}) c) AS count FROM ${entityRecords(documentIds)}`;
  return countsInOrder(documentIds, rows);
}

/** Which entities are mentioned in the paragraphs that mention an entity, those that are in most of them first. */
export async function relatedEntities(
  statements: Statements,
  entityIds: readonly string[],
  { limit, after }: RankedShape,
): Promise<RankedEntity[][]> {
  const rows = await statements.$queryRaw<(RankedEntity & { key: number })[]>`
    SELECT s.key, x.* FROM ${entityRecords(entityIds)} CROSS JOIN LATERAL (
      SELECT * FROM (${related}) c WHERE ${beyond(after)} ORDER BY count DESC, "entityId" LIMIT ${limit}
    ) x ORDER BY s.key, x.count DESC, x."entityId"`;
  return inOrder(entityIds, rows);
}

/** Counts the entities that share a paragraph with entities, in one statement. */
export async function countRelatedEntities(
  statements: Statements,
  entityIds: readonly string[],
): Promise<number[]> {
  const rows = await statements.$queryRaw<{ key: number; count: number }[]>`
    SELECT s.key, (SELECT count(*)::int FROM (${related}) c) AS count FROM ${entityRecords(entityIds)}`;
  return countsInOrder(entityIds, rows);
}

function inDocument(kinds: EntityKind[] | undefined): Prisma.Sql {
  const ofKind =
    kinds === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`e.canonical_id IN (SELECT id FROM entity WHERE kind = ANY(${kinds}::entity_kind[]))`;
  return Prisma.sql`
    SELECT e.canonical_id AS "entityId", count(*)::int AS count,
      (count(*) FILTER (WHERE m.status = 'CONFIRMED'))::int AS confirmed
    FROM mention m
      JOIN entity e ON e.id = m.entity_id
      JOIN anchor n ON n.mention_id = m.id
      JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL AND p.start_unit_id IS NOT NULL
    WHERE m.document_id = s.id AND ${countedMention} AND ${ofKind}
    GROUP BY e.canonical_id`;
}

const related = Prisma.sql`
  SELECT f.canonical_id AS "entityId", count(DISTINCT u.id)::int AS count, 0 AS confirmed
  FROM (
      SELECT DISTINCT p.start_unit_id AS id
      FROM entity e
        JOIN mention m ON m.entity_id = e.id AND ${countedMention}
        JOIN anchor n ON n.mention_id = m.id
        JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL
      WHERE e.canonical_id = s.id AND p.start_unit_id IS NOT NULL
    ) u
    JOIN anchor_position q ON q.start_unit_id = u.id AND q.last_revision IS NULL
    JOIN anchor o ON o.id = q.anchor_id
    JOIN mention m ON m.id = o.mention_id AND ${countedMention}
    JOIN entity f ON f.id = m.entity_id
  WHERE f.canonical_id <> s.id
  GROUP BY f.canonical_id`;

function beyond(after: Rank | null): Prisma.Sql {
  if (after === null) return Prisma.sql`TRUE`;
  return Prisma.sql`(c.count < ${after.count} OR (c.count = ${after.count} AND c."entityId" > ${after.entityId}::uuid))`;
}

function inOrder(ids: readonly string[], rows: (RankedEntity & { key: number })[]): RankedEntity[][] {
  const grouped = groupBy(rows, (row) => row.key);
  return ids.map((_, key) => grouped.get(key) ?? []);
}

function countsInOrder(ids: readonly string[], rows: readonly { key: number; count: number }[]): number[] {
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  return ids.map((_, key) => counts.get(key) ?? 0);
}
