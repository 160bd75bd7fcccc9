import { NotFound } from '../problem.ts';
import type { Statements } from '../store/store.ts';
import type { Body } from './annotation.ts';

/** The ids, of those that bodies name, that entities have; no statement where none is named. */
export async function knownEntities(
  statements: Statements,
  bodies: readonly Body[],
): Promise<ReadonlySet<string>> {
  const ids = bodies.flatMap((body) => (body.kind === 'ENTITY' ? body.entityId : []));
  if (ids.length === 0) return new Set();
  const rows = await statements.$queryRaw<{ id: string }[]>`
    SELECT id FROM entity WHERE id = ANY(${ids}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

/** @throws NotFound for a body that names an entity that is not there. */
export function requireEntities(known: ReadonlySet<string>, bodies: readonly Body[]): void {
  if (bodies.some((body) => body.kind === 'ENTITY' && !known.has(body.entityId)))
    throw new NotFound('A body names an entity that is not there; `entities` finds those that there are.');
}
