import { z } from 'zod';
import { type Linked, nothingLinked } from '../../documents/unit-linker.ts';
import type { Statements } from '../../store/store.ts';
import { findOccurrences } from './occurrences.ts';
import { type Relinking, relink } from './relink.ts';

/** In how many documents a changed name is looked for at once. */
export const DOCUMENTS_AT_ONCE = 1_000;

/** What looking for changed names did. */
export interface ChangesLinked extends Linked {
  /** How many documents were gone over. */
  documents: number;
  /** In how many others the names may stand; `scholion link` goes over them. */
  documentsLeft: number;
}

/** Where the registry's events stand: what is linked later starts from there. */
export async function registrySequence(statements: Statements): Promise<bigint> {
  const rows = await statements.$queryRaw<{ sequence: bigint | null }[]>`
    SELECT max(sequence) AS sequence FROM event WHERE entity_id IS NOT NULL`;
  return rows[0]?.sequence ?? 0n;
}

/**
 * Looks for what changed in the registry: only in the documents, and there only in the units of text, in which a name
 * that came or went may stand.
 * @param since where the registry's events stood before the change.
 */
export async function linkChanges(
  relinking: Relinking,
  since: bigint,
  limit = DOCUMENTS_AT_ONCE,
): Promise<ChangesLinked> {
  const { prisma } = relinking.store;
  const names = await changedNames(prisma, since);
  if (names.length === 0) return { ...nothingLinked, documents: 0, documentsLeft: 0 };
  const { documents, left } = await findOccurrences(prisma, names, limit);
  const linked = await relink(relinking, documents);
  return { ...linked, documents: documents.length, documentsLeft: left };
}

const state = z.object({
  kind: z.string(),
  names: z.array(z.object({ text: z.string(), language: z.string().nullable(), kind: z.string() })),
});

/** The names that an entity got or lost with the events since, or that came to mean another one. */
async function changedNames(statements: Statements, since: bigint): Promise<string[]> {
  const saved = await statements.$queryRaw<{ state: unknown; before: unknown }[]>`
    SELECT v.state, (
      SELECT w.state FROM event w
      WHERE w.entity_id = v.entity_id AND w.kind = 'ENTITY_SAVED' AND w.sequence < v.sequence
      ORDER BY w.sequence DESC LIMIT 1
    ) AS before
    FROM event v WHERE v.entity_id IS NOT NULL AND v.kind = 'ENTITY_SAVED' AND v.sequence > ${since}`;
  const merged = await statements.$queryRaw<{ text: string }[]>`
    SELECT n.text FROM event v JOIN entity_name n ON n.entity_id = v.entity_id
    WHERE v.entity_id IS NOT NULL AND v.kind IN ('ENTITIES_MERGED', 'MERGE_UNDONE') AND v.sequence > ${since}`;
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
