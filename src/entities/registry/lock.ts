import type { Statements } from '../../store/store.ts';

/** Names the registry among all that advisory locks stand for; any number would do that nobody else takes. */
const REGISTRY_LOCK = 7_246_101;

/**
 * Keeps others from writing to the registry of entities until the transaction ends, so that its events are numbered in
 * the order in which they come to be seen. Reading goes on.
 */
export async function lockRegistry(statements: Statements): Promise<void> {
  // The function answers nothing that the client could read.
  await statements.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${REGISTRY_LOCK}::bigint)`;
}
