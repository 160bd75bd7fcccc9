import { matchEntities } from '../entities/exchange/match.ts';
import type { MatchGiven } from './entities-match.ts';
import { requireStore } from './options.ts';
import { withStore } from './with-store.ts';

/** Prints whom or what a name may mean, as JSON. @throws StoreProblem, InputInvalid */
export async function runEntitiesMatch(name: string, given: MatchGiven): Promise<void> {
  requireStore(given);
  const { kind: kinds, limit } = given;
  const answer = await withStore(given, ({ prisma }) => matchEntities(prisma, name, { kinds, limit }));
  console.log(JSON.stringify(answer, null, 2));
}
