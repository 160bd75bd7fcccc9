import type { Statements } from '../../store/store.ts';

/** Names the sources among all that advisory locks stand for; any number would do that nobody else takes. */
const SOURCES_LOCK = 7_246_102;

/** Keeps others from writing sources until the transaction ends, so that keys stay free and merges end. Reading goes on. */
export async function lockSources(statements: Statements): Promise<void> {
  // The function answers nothing that the client could read.
  await statements.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${SOURCES_LOCK}::bigint)`;
}
