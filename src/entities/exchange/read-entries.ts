import type { Prisma } from '../../store/generated/client.ts';
import type { AuthorityScheme, EntityKind, NameKind } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import type { RegistryEntry } from './registry-entry.ts';

/** An entity by itself, and as which one it is read. */
interface Row {
  id: string;
  canonicalId: string;
  slug: string;
  version: number;
  kind: EntityKind;
  description: string | null;
  startDate: string | null;
  endDate: string | null;
  names: [text: string, language: string | null, kind: NameKind][] | null;
  authorities: [scheme: AuthorityScheme, value: string][] | null;
}

/**
 * Reads entities with all that is known of them, the oldest first; one statement.
 *
 * `OFFSET 0` makes the planner look each one up in an index. Left alone it reads whole tables where it has no statistics
 * of them, which is always so in a store that has just been filled, and for as long as it is embedded.
 * @param ids a query for the ids of entities that were not merged into others.
 */
export async function readEntries(
  statements: Pick<Statements, '$queryRaw'>,
  ids: Prisma.Sql,
): Promise<RegistryEntry[]> {
  const rows = await statements.$queryRaw<Row[]>`
    WITH wanted AS MATERIALIZED (${ids})
    SELECT e.id, e.canonical_id AS "canonicalId", e.slug, e.version, e.kind, e.description,
      e.start_date AS "startDate", e.end_date AS "endDate",
      (SELECT json_agg(json_build_array(n.text, n.language, n.kind) ORDER BY n.ordinal)
        FROM entity_name n WHERE n.entity_id = e.id) AS names,
      (SELECT json_agg(json_build_array(a.scheme, a.value) ORDER BY a.id)
        FROM entity_authority a WHERE a.entity_id = e.id) AS authorities
    FROM wanted w CROSS JOIN LATERAL (SELECT * FROM entity WHERE canonical_id = w.id OFFSET 0) e
    ORDER BY e.canonical_id, e.id <> e.canonical_id, e.id`;
  const entries: RegistryEntry[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    if (row.id === row.canonicalId) entries.push(toEntry(row));
    else if (last?.id === row.canonicalId) inherit(last, row);
  }
  return entries;
}

function toEntry(row: Row): RegistryEntry {
  const { id, slug, version, kind, description, startDate, endDate } = row;
  const names = namesOf(row);
  const authorities = authoritiesOf(row);
  return {
    id,
    slug,
    version,
    formerSlugs: [],
    content: { kind, names, description, authorities, startDate, endDate },
    inherited: { names: [], authorities: [] },
  };
}

/** Adds to an entry what an entity has that was merged into it. */
function inherit({ formerSlugs, inherited }: RegistryEntry, merged: Row): void {
  formerSlugs.push(merged.slug);
  inherited.names.push(...namesOf(merged));
  inherited.authorities.push(...authoritiesOf(merged));
}

function namesOf({ names }: Row) {
  return (names ?? []).map(([text, language, kind]) => ({ text, language, kind }));
}

function authoritiesOf({ authorities }: Row) {
  return (authorities ?? []).map(([scheme, value]) => ({ scheme, value }));
}
