import { holdSources } from '../hold-sources.ts';
import { NotFound } from '../problem.ts';
import type { Statements } from '../store/store.ts';

/**
 * The id of the source as which one that is to be cited is read, which is not deleted before the transaction ends.
 * @throws NotFound where there is none, or it was deleted.
 */
export async function sourceToCite(statements: Statements, id: string): Promise<string> {
  const found = (await holdSources(statements, [id])).get(id);
  if (found === undefined)
    throw new NotFound('There is no source with this id; `sources` finds those that there are.');
  return found;
}
