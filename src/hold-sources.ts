import type { Statements } from './store/store.ts';

/**
 * Keeps sources from being deleted until the transaction ends; to be called before something is written that refers to them.
 * @returns by the ids asked for that are of sources that stand, the id of the source as which each is read; no statement
 * where none is asked for.
 */
export async function holdSources(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await statements.$queryRaw<{ id: string; canonicalId: string }[]>`
    SELECT s.id, s.canonical_id AS "canonicalId" FROM source s
    WHERE s.id = ANY(${ids}::uuid[]) AND s.deleted_at IS NULL ORDER BY s.id FOR KEY SHARE`;
  return new Map(rows.map(({ id, canonicalId }) => [id, canonicalId]));
}
