import { InputInvalid } from '../../problem.ts';
import type { EntityKind } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import { readEntities } from '../registry/read.ts';
import { readSearch, searchEntities } from '../registry/search.ts';
import { type Candidate, toCandidate } from './reconciliation/write.ts';

/**
 * Looks up who or what a name may mean, the likeliest first, as a reconciliation service answers. An entity is a match
 * where it alone has the very name, in whatever capitals and accents.
 * @param kinds all where it is empty.
 * @throws InputInvalid
 */
export async function matchEntities(
  statements: Statements,
  name: string,
  { kinds, limit }: { kinds: readonly EntityKind[]; limit: number },
): Promise<{ result: Candidate[] }> {
  const sought = readSearch(name);
  if (sought === null || sought === '') throw new InputInvalid('The name is empty; give one to look up.');
  const hits = await searchEntities(statements, sought, kinds.length === 0 ? null : kinds);
  const isMatched = hits.filter(({ score }) => score === 1).length === 1;
  const shown = hits.slice(0, limit);
  const entities = await readEntities(
    statements,
    shown.map(({ id }) => id),
  );
  const result = shown.flatMap(({ id, score }) => {
    const entity = entities.get(id);
    const standing = { score: Math.round(score * 10_000) / 100, match: isMatched && score === 1 };
    return entity === undefined ? [] : toCandidate(entity, standing);
  });
  return { result };
}
