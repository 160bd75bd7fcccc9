import type { Statements } from '../../store/store.ts';

/** Names the sources among all that advisory locks stand for; any number would do that nobody else takes. */
const SOURCES_LOCK = 7_246_102;

/** Keeps others from writing sources until the transaction ends, so that keys stay free and merges end. Reading goes on. */
export async function lockSources(statements: Statements): Promise<void> {
  // The function answers nothing that the client could read.
  await statements.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(${SOURCES_LOCK}::bigint)`;
}

/**
 * Keeps sources from being deleted until the transaction ends; to be called before something is written that refers to them.
 * @returns by the ids asked for that are of sources that stand, the id of the source as which each is read.
 */
export async function holdSources(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await statements.$queryRaw<{ id: string; canonicalId: string }[]>`
    SELECT s.id, s.canonical_id AS "canonicalId" FROM source s
    WHERE s.id = ANY(${ids}::uuid[]) AND s.deleted_at IS NULL ORDER BY s.id FOR KEY SHARE`;
  return new Map(rows.map(({ id, canonicalId }) => [id, canonicalId]));
}
