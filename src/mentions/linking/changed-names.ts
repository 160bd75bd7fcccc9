import { z } from 'zod';
import type { Statements } from '../../store/store.ts';

const state = z.object({
  kind: z.string(),
  names: z.array(z.object({ text: z.string(), language: z.string().nullable(), kind: z.string() })),
});

/**
 * The names that entities got or lost since, or that came to mean another one: two statements.
 * @param since where the registry's events stood before the change.
 */
export async function changedNames(statements: Statements, since: bigint): Promise<string[]> {
  const saved = await statements.$queryRaw<{ state: unknown; before: unknown }[]>`
    SELECT v.state, (
      SELECT w.state FROM event w
      WHERE w.entity_id = v.entity_id AND w.kind = 'ENTITY_SAVED' AND w.sequence < v.sequence
      ORDER BY w.sequence DESC LIMIT 1
    ) AS before
    FROM event v WHERE v.entity_id IS NOT NULL AND v.kind = 'ENTITY_SAVED' AND v.sequence > ${since}`;
  const merged = await statements.$queryRaw<{ text: string }[]>`
    WITH RECURSIVE concerned AS (
      SELECT v.entity_id AS id FROM event v
      WHERE v.entity_id IS NOT NULL AND v.kind IN ('ENTITIES_MERGED', 'MERGE_UNDONE') AND v.sequence > ${since}
      UNION SELECT e.id FROM concerned c JOIN entity e ON e.merged_into_id = c.id
    )
    SELECT n.text FROM concerned c JOIN entity_name n ON n.entity_id = c.id`;
  const changed = new Set(merged.map(({ text }) => text));
  for (const { state, before } of saved) for (const name of differing(state, before)) changed.add(name);
  return [...changed];
}

function differing(after: unknown, before: unknown): string[] {
  const [now, then] = [keysOf(after), keysOf(before)];
  return [...now, ...then].filter(([key]) => !(now.has(key) && then.has(key))).map(([, text]) => text);
}

/** The names by what the linker goes by. */
function keysOf(given: unknown): Map<string, string> {
  if (given === null) return new Map();
  const { kind, names } = state.parse(given);
  return new Map(
    names.map((name) => [JSON.stringify([kind, name.text, name.language, name.kind]), name.text]),
  );
}
