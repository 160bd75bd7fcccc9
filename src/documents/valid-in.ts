import { Prisma } from '../store/generated/client.ts';

/** Whether the position `p` holds in the revision of a number. */
export function validIn(number: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(p.first_revision <= ${number} AND (p.last_revision IS NULL OR p.last_revision >= ${number}))`;
}
