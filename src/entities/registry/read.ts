import { groupBy } from '../../group-by.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { EntityKind } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import type { EntityAuthority, EntityName } from '../entity.ts';
import { entityLimits } from './limits.ts';
import { withoutRepetitions } from './names.ts';

/** An entity as it is stored; its names and authorities are read apart. */
export interface Entity {
  id: string;
  slug: string;
  kind: EntityKind;
  /** The preferred name. */
  name: string;
  description: string | null;
  /** EDTF. */
  startDate: string | null;
  endDate: string | null;
  version: number;
  /** The entity as which this one is read; its own id where it was not merged. */
  canonicalId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** The columns of the table `entity`, under the alias `c`, that make an `Entity`. */
export const entityColumns = Prisma.sql`c.id, c.slug, c.kind, c.name, c.description, c.start_date AS "startDate",
  c.end_date AS "endDate", c.version, c.canonical_id AS "canonicalId", c.created_at AS "createdAt",
  c.updated_at AS "updatedAt"`;

/** Reads entities by id: of one that was merged, the one that it is read as now. @returns by the ids asked for. */
export async function readEntities(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, Entity>> {
  const rows = await statements.$queryRaw<(Entity & { asked: string })[]>`
    SELECT e.id AS asked, ${entityColumns} FROM entity e JOIN entity c ON c.id = e.canonical_id
    WHERE e.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ asked, ...entity }) => [asked, entity]));
}

/** Reads entities by id as they are by themselves, whatever they were merged into. */
export async function readRecords(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, Entity>> {
  const rows = await statements.$queryRaw<Entity[]>`
    SELECT ${entityColumns} FROM entity c WHERE c.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((entity) => [entity.id, entity]));
}

/** Reads the entity that has a slug, or had it before it was merged. */
export async function findBySlug(statements: Statements, slug: string): Promise<Entity | null> {
  const rows = await statements.$queryRaw<Entity[]>`
    SELECT ${entityColumns} FROM entity e JOIN entity c ON c.id = e.canonical_id WHERE e.slug = ${slug}`;
  return rows[0] ?? null;
}

/** Reads the entity that has an authority, itself or of one that was merged into it. */
export async function findByAuthority(
  statements: Statements,
  { scheme, value }: EntityAuthority,
): Promise<Entity | null> {
  const rows = await statements.$queryRaw<Entity[]>`
    SELECT ${entityColumns} FROM entity_authority a JOIN entity e ON e.id = a.entity_id
      JOIN entity c ON c.id = e.canonical_id
    WHERE a.scheme = ${scheme}::authority_scheme AND a.value = ${value}`;
  return rows[0] ?? null;
}

/**
 * Reads the names of entities that stand for themselves, in one statement: their own in order, then those of entities
 * that were merged into them, whose preferred ones are variants here; none twice, 1,000 at most of each.
 */
export async function readNames(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, EntityName[]>> {
  const rows = await statements.$queryRaw<(EntityName & { canonicalId: string; own: boolean })[]>`
    SELECT w.id AS "canonicalId", x.* FROM unnest(${ids}::uuid[]) AS w(id) CROSS JOIN LATERAL (
      SELECT n.text, n.language, n.kind, e.id = w.id AS own
      FROM entity e JOIN entity_name n ON n.entity_id = e.id WHERE e.canonical_id = w.id
      ORDER BY (e.id = w.id) DESC, e.id, n.ordinal LIMIT ${entityLimits.namesRead}) x`;
  return new Map(
    [...groupBy(rows, (row) => row.canonicalId)].map(([id, names]) => [
      id,
      withoutRepetitions(
        names.map(({ text, language, kind, own }) => ({ text, language, kind: shown(kind, own) })),
      ),
    ]),
  );
}

function shown(kind: EntityName['kind'], own: boolean): EntityName['kind'] {
  return kind === 'PREFERRED' && !own ? 'VARIANT' : kind;
}

/** Reads the authorities of entities that stand for themselves, as `readNames` reads names. */
export async function readAuthorities(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, EntityAuthority[]>> {
  const rows = await statements.$queryRaw<(EntityAuthority & { canonicalId: string })[]>`
    SELECT w.id AS "canonicalId", x.* FROM unnest(${ids}::uuid[]) AS w(id) CROSS JOIN LATERAL (
      SELECT a.scheme, a.value
      FROM entity e JOIN entity_authority a ON a.entity_id = e.id WHERE e.canonical_id = w.id
      ORDER BY (e.id = w.id) DESC, e.id, a.id LIMIT ${entityLimits.namesRead}) x`;
  return new Map(
    [...groupBy(rows, (row) => row.canonicalId)].map(([id, all]) => [
      id,
      all.map(({ scheme, value }) => ({ scheme, value })),
    ]),
  );
}
