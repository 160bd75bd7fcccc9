import { holdSources } from '../hold-sources.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Statements } from '../store/store.ts';
import type { Body } from './annotation.ts';

/** The ids of the sources that bodies name. */
export function sourceIdsOf(bodies: readonly Body[]): string[] {
  return bodies.flatMap((body) => (body.kind === 'SOURCE' ? body.sourceId : []));
}

/**
 * The ids, of those that bodies name, that sources have which are not deleted, and will not be before the transaction
 * ends; no statement where none is named.
 */
export async function knownSources(
  statements: Statements,
  bodies: readonly Body[],
): Promise<ReadonlySet<string>> {
  return new Set((await holdSources(statements, sourceIdsOf(bodies))).keys());
}

/** @throws NotFound for a body that names a source that is not there. */
export function requireSources(known: ReadonlySet<string>, bodies: readonly Body[]): void {
  if (sourceIdsOf(bodies).some((id) => !known.has(id)))
    throw new NotFound('A body names a source that is not there; `sources` finds those that there are.');
}

/** @throws InputInvalid where an annotation that is to be restored cites what was deleted meanwhile. */
export function requireSourcesStill(known: ReadonlySet<string>, bodies: readonly Body[]): void {
  if (sourceIdsOf(bodies).some((id) => !known.has(id)))
    throw new InputInvalid(
      'The annotation names a source that was deleted meanwhile, so it cannot be restored; add another one that names a source that there is.',
    );
}
