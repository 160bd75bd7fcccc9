import type { Statements } from '../../store/store.ts';
import type { EntityAuthority } from '../entity.ts';

/** The name of an authority in a map. */
export function authorityKey({ scheme, value }: EntityAuthority): string {
  return `${scheme}:${value}`;
}

/**
 * Finds which entities have authorities, in one statement.
 * @param authorities in the form of their files, as `checkAuthority` answers them.
 * @returns by `authorityKey`, the id of the entity as which the one is read that has it; those that none has are left out.
 */
export async function findHolders(
  statements: Statements,
  authorities: readonly EntityAuthority[],
): Promise<Map<string, string>> {
  if (authorities.length === 0) return new Map();
  const rows = await statements.$queryRaw<(EntityAuthority & { entityId: string })[]>`
    SELECT a.scheme, a.value, e.canonical_id AS "entityId"
    FROM json_to_recordset(${JSON.stringify(authorities)}::json) AS w(scheme authority_scheme, value text)
      JOIN entity_authority a ON a.scheme = w.scheme AND a.value = w.value
      JOIN entity e ON e.id = a.entity_id`;
  return new Map(rows.map(({ entityId, ...authority }) => [authorityKey(authority), entityId]));
}
