import type { Statements } from '../../store/store.ts';

/** Where the events of the registry stand: whoever knows it can ask later what changed since. 0 where there are none. */
export async function registrySequence(statements: Statements): Promise<bigint> {
  const rows = await statements.$queryRaw<{ sequence: bigint | null }[]>`
    SELECT max(sequence) AS sequence FROM event WHERE entity_id IS NOT NULL`;
  return rows[0]?.sequence ?? 0n;
}
