import { NAMING } from '../../entities/linking/confidence.ts';
import type { About } from '../../entities/linking/decide.ts';
import type { Statements } from '../../store/store.ts';
import { countedMention } from '../mention.ts';

/** With how many others an entity's company is described. */
const NEIGHBOURS = 200;
/** In how many of its latest mentions it is looked for, in how many paragraphs, and how many mentions are read of each. */
const MENTIONS = 2_000;
const UNITS = 500;
const IN_UNIT = 200;

interface AboutRow {
  id: string;
  description: string | null;
  names: string[];
  neighbours: [id: string, count: number][] | null;
}

/**
 * Reads what tells entities apart that bear one name: what is said of them, and which others stand in the paragraphs that
 * mention them, of the latest so many. One statement, which takes time in proportion to the entities.
 * @param within the ids of units that do not count, as they are being linked: what is suggested there must not depend on
 *   what was.
 */
export async function readAbout(
  statements: Statements,
  entityIds: readonly string[],
  within: readonly string[],
): Promise<Map<string, About>> {
  if (entityIds.length === 0) return new Map();
  const rows = await statements.$queryRaw<AboutRow[]>`
    SELECT r.id, r.description,
      ARRAY(SELECT n.text FROM entity e JOIN entity_name n ON n.entity_id = e.id WHERE e.canonical_id = r.id) AS names,
      (SELECT json_agg(json_build_array(b.id, b.count)) FROM (
        SELECT c.id, count(*)::int AS count FROM (
          SELECT DISTINCT u.id AS unit_id, f.canonical_id AS id
          FROM (
              SELECT DISTINCT v.start_unit_id AS id FROM (
                SELECT p.start_unit_id
                FROM entity e
                  JOIN mention m ON m.entity_id = e.id AND ${countedMention}
                  JOIN anchor n ON n.mention_id = m.id
                  JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL
                WHERE e.canonical_id = r.id AND p.start_unit_id <> ALL(${within}::uuid[])
                ORDER BY m.id DESC LIMIT ${MENTIONS}
              ) v LIMIT ${UNITS}
            ) u
            CROSS JOIN LATERAL (
              SELECT m.entity_id
              FROM anchor_position q
                JOIN anchor o ON o.id = q.anchor_id
                JOIN mention m ON m.id = o.mention_id AND ${countedMention}
              WHERE q.start_unit_id = u.id AND q.last_revision IS NULL LIMIT ${IN_UNIT}
            ) w
            JOIN entity f ON f.id = w.entity_id
          WHERE f.canonical_id <> r.id
        ) c
        GROUP BY c.id ORDER BY count DESC, c.id LIMIT ${NEIGHBOURS}
      ) b) AS neighbours
    FROM entity r WHERE r.id = ANY(${entityIds}::uuid[])`;
  return new Map(
    rows.map(({ id, description, names, neighbours }) => [
      id,
      { description, names, neighbours: new Map(neighbours ?? []) },
    ]),
  );
}

/**
 * Reads which entities the text of documents names outside some of its units, by the documents' ids: one statement.
 * @param within the ids of the units that do not count.
 */
export async function readNamed(
  statements: Statements,
  documentIds: readonly string[],
  within: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await statements.$queryRaw<{ documentId: string; entityId: string }[]>`
    SELECT DISTINCT m.document_id AS "documentId", e.canonical_id AS "entityId"
    FROM mention m
      JOIN entity e ON e.id = m.entity_id
      JOIN anchor n ON n.mention_id = m.id
      JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL
    WHERE m.document_id = ANY(${documentIds}::uuid[]) AND ${countedMention}
      AND (m.status = 'CONFIRMED' OR m.confidence >= ${NAMING})
      AND p.start_unit_id <> ALL(${within}::uuid[])`;
  const named = new Map<string, Set<string>>(documentIds.map((id) => [id, new Set()]));
  for (const { documentId, entityId } of rows) named.get(documentId)?.add(entityId);
  return named;
}
