import { setTimeout } from 'node:timers/promises';
import { Prisma } from '../store/generated/client.ts';

const ATTEMPTS = 5;

/** How long is waited before another attempt, in milliseconds, at most, the first time. */
const PAUSE = 20;

/** Prisma's codes for a unique key that another transaction took first, and for a write conflict or deadlock. */
const CONFLICTS = new Set(['P2002', 'P2034']);

/** What PostgreSQL says of a deadlock or a write conflict, where Prisma passes on the error of a statement of ours. */
const RAW_CONFLICT = /40P01|40001|deadlock detected|could not serialize/;

/** Runs a transaction again when another one came between. */
export async function retryOnConflict<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
      await setTimeout(Math.random() * PAUSE * attempt);
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return CONFLICTS.has(error.code) || (error.code === 'P2010' && RAW_CONFLICT.test(error.message));
}
