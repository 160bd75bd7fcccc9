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
  // For OFFSET 0 see readEntries.
  return await readEntries(
    statements,
    Prisma.sql`
      SELECT e.canonical_id AS id
      FROM json_array_elements_text(${JSON.stringify(slugs)}::json) AS g(slug)
        CROSS JOIN LATERAL (SELECT canonical_id FROM entity WHERE slug = g.slug OFFSET 0) e
      UNION
      SELECT e.canonical_id
      FROM json_to_recordset(${JSON.stringify(authorities)}::json) AS g(scheme authority_scheme, value text)
        CROSS JOIN LATERAL (
          SELECT entity_id FROM entity_authority WHERE scheme = g.scheme AND value = g.value OFFSET 0
        ) a
        CROSS JOIN LATERAL (SELECT canonical_id FROM entity WHERE id = a.entity_id OFFSET 0) e
      UNION
      SELECT namesake.id
      FROM (
        SELECT DISTINCT kind, key
        FROM json_to_recordset(${JSON.stringify(names)}::json) AS g(kind entity_kind, key text)
      ) g CROSS JOIN LATERAL (
        SELECT e.id
        FROM (SELECT entity_id FROM entity_name WHERE key = g.key AND ordinal = 0 OFFSET 0) n
          CROSS JOIN LATERAL (SELECT id, kind, canonical_id FROM entity WHERE id = n.entity_id OFFSET 0) e
        WHERE e.kind = g.kind AND e.canonical_id = e.id
        ORDER BY e.id LIMIT ${NAMESAKES}
      ) namesake`,
  );
}
