import { Prisma } from '../store/generated/client.ts';

const ATTEMPTS = 3;

/** Prisma's codes for a unique key that another transaction took first, and for a write conflict or deadlock. */
const CONFLICTS = new Set(['P2002', 'P2034']);

/** Runs a transaction again when another one came between. */
export async function retryOnConflict<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const conflict = error instanceof Prisma.PrismaClientKnownRequestError && CONFLICTS.has(error.code);
      if (!conflict || attempt === ATTEMPTS) throw error;
    }
  }
}
