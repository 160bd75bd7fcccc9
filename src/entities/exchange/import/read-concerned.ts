import { Prisma } from '../../../store/generated/client.ts';
import type { Statements } from '../../../store/store.ts';
import { readEntries } from '../read-entries.ts';
import type { RegistryEntry } from '../registry-entry.ts';
import type { CheckedRow } from './identify.ts';
import { namedKindOf } from './registry-view.ts';

/**
 * How many entities of one kind and preferred name are looked at, the oldest: a row without authorities goes to the oldest
 * one anyway, and one with them is found by them the next time.
 */
const NAMESAKES = 20;

/** Reads the entities of the registry that rows may tell of, the oldest first; one statement for any number of rows. */
export async function readConcerned(
  statements: Pick<Statements, '$queryRaw'>,
  rows: readonly CheckedRow[],
): Promise<RegistryEntry[]> {
  const slugs = [...new Set(rows.flatMap(({ slug }) => slug ?? []))];
  const authorities = rows.flatMap(({ content }) => content.authorities);
  const names = rows.filter(({ slug }) => slug === null).map(({ content }) => namedKindOf(content));
  // The inner OFFSET 0 keeps the planner from walking all entities in the order of their ids for the first few that fit.
  return await readEntries(
    statements,
    Prisma.sql`
        SELECT e.canonical_id AS id
        FROM json_array_elements_text(${JSON.stringify(slugs)}::json) AS g(slug) JOIN entity e ON e.slug = g.slug
        UNION
        SELECT e.canonical_id
        FROM json_to_recordset(${JSON.stringify(authorities)}::json) AS g(scheme authority_scheme, value text)
          JOIN entity_authority a ON a.scheme = g.scheme AND a.value = g.value
          JOIN entity e ON e.id = a.entity_id
        UNION
        SELECT namesake.id
        FROM (
          SELECT DISTINCT kind, key
          FROM json_to_recordset(${JSON.stringify(names)}::json) AS g(kind entity_kind, key text)
        ) g CROSS JOIN LATERAL (
          SELECT id FROM (
            SELECT e.id FROM entity_name n JOIN entity e ON e.id = n.entity_id
            WHERE n.key = g.key AND n.ordinal = 0 AND e.kind = g.kind AND e.canonical_id = e.id OFFSET 0
          ) fitting ORDER BY id LIMIT ${NAMESAKES}
        ) namesake`,
  );
}
