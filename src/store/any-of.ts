import { Prisma } from './generated/client.ts';

/**
 * Ids as what a column equals `ANY` of. They are a subselect so that PostgreSQL keeps one plan for all: where it sees how
 * many there are it makes a plan each time, which takes longer than running it.
 */
export function anyOf(ids: Iterable<string>): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT unnest(${[...new Set(ids)]}::uuid[]))`;
}
