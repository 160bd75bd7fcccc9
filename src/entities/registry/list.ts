import { Prisma } from '../../store/generated/client.ts';
import type { EntityKind } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import { type Entity, entityColumns } from './read.ts';

/** Reads a page of the entities that stand for themselves, in the order of their ids. */
export async function listEntities(
  statements: Statements,
  kinds: readonly EntityKind[] | null,
  { limit, after }: { limit: number; after: string | null },
): Promise<Entity[]> {
  const beyond = after === null ? Prisma.sql`TRUE` : Prisma.sql`c.id > ${after}::uuid`;
  return await statements.$queryRaw<Entity[]>`
    SELECT ${entityColumns} FROM entity c WHERE ${standing(kinds)} AND ${beyond} ORDER BY c.id LIMIT ${limit}`;
}

export async function countEntities(
  statements: Statements,
  kinds: readonly EntityKind[] | null,
): Promise<number> {
  const rows = await statements.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM entity c WHERE ${standing(kinds)}`;
  return rows[0]?.count ?? 0;
}

function standing(kinds: readonly EntityKind[] | null): Prisma.Sql {
  const ofKind = kinds === null ? Prisma.sql`TRUE` : Prisma.sql`c.kind = ANY(${kinds}::entity_kind[])`;
  return Prisma.sql`c.canonical_id = c.id AND ${ofKind}`;
}
