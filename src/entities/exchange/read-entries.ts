import { Prisma } from '../../store/generated/client.ts';
import type { AuthorityScheme, EntityKind, NameKind } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import type { RegistryEntry } from './registry-entry.ts';

type NameCells = [text: string, language: string | null, kind: NameKind];
type AuthorityCells = [scheme: AuthorityScheme, value: string];

interface Row {
  id: string;
  slug: string;
  version: number;
  kind: EntityKind;
  description: string | null;
  startDate: string | null;
  endDate: string | null;
  names: NameCells[];
  authorities: AuthorityCells[] | null;
  formerSlugs: string[] | null;
  inheritedNames: NameCells[] | null;
  inheritedAuthorities: AuthorityCells[] | null;
}

const NAME_CELLS = Prisma.sql`json_build_array(n.text, n.language, n.kind)`;
const AUTHORITY_CELLS = Prisma.sql`json_agg(json_build_array(a.scheme, a.value) ORDER BY a.id)`;

/**
 * Reads entities with all that is known of them, the oldest first; one statement.
 * @param ids a query for the ids of entities that were not merged into others.
 */
export async function readEntries(
  statements: Pick<Statements, '$queryRaw'>,
  ids: Prisma.Sql,
): Promise<RegistryEntry[]> {
  const rows = await statements.$queryRaw<Row[]>`
    WITH wanted AS MATERIALIZED (${ids})
    SELECT e.id, e.slug, e.version, e.kind, e.description, e.start_date AS "startDate", e.end_date AS "endDate",
      (SELECT json_agg(${NAME_CELLS} ORDER BY n.ordinal) FROM entity_name n WHERE n.entity_id = e.id) AS names,
      (SELECT ${AUTHORITY_CELLS} FROM entity_authority a WHERE a.entity_id = e.id) AS authorities,
      (SELECT json_agg(m.slug ORDER BY m.id) FROM entity m WHERE m.canonical_id = e.id AND m.id <> e.id) AS "formerSlugs",
      (SELECT json_agg(${NAME_CELLS} ORDER BY m.id, n.ordinal) FROM entity m JOIN entity_name n ON n.entity_id = m.id
        WHERE m.canonical_id = e.id AND m.id <> e.id) AS "inheritedNames",
      (SELECT ${AUTHORITY_CELLS} FROM entity m JOIN entity_authority a ON a.entity_id = m.id
        WHERE m.canonical_id = e.id AND m.id <> e.id) AS "inheritedAuthorities"
    FROM wanted w JOIN entity e ON e.id = w.id
    ORDER BY e.id`;
  return rows.map(toEntry);
}

function toEntry(row: Row): RegistryEntry {
  const { id, slug, version, kind, description, startDate, endDate } = row;
  const names = toNames(row.names);
  const authorities = toAuthorities(row.authorities);
  return {
    id,
    slug,
    version,
    formerSlugs: row.formerSlugs ?? [],
    content: { kind, names, description, authorities, startDate, endDate },
    inherited: {
      names: toNames(row.inheritedNames),
      authorities: toAuthorities(row.inheritedAuthorities),
    },
  };
}

function toNames(cells: readonly NameCells[] | null) {
  return (cells ?? []).map(([text, language, kind]) => ({ text, language, kind }));
}

function toAuthorities(cells: readonly AuthorityCells[] | null) {
  return (cells ?? []).map(([scheme, value]) => ({ scheme, value }));
}
