import { holdsRole, NotAllowed } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { NotFound } from '../problem.ts';
import type { Statements } from '../store/store.ts';
import type { Citation } from './citation.ts';
import { readCitations } from './read.ts';

/**
 * Keeps others from changing a citation until the transaction ends. Its history may go on meanwhile: a new revision that
 * moves its anchors does not wait for this.
 * @throws NotFound when there is none that the principal may see; NotAllowed when it is somebody else's to change.
 */
export async function lockCitation(
  statements: Statements,
  principal: Principal,
  id: string,
): Promise<Citation> {
  await statements.$queryRaw`SELECT 1 FROM citation WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const current = (await readCitations(statements, principal, [id])).get(id);
  if (current === undefined) throw new NotFound('There is no citation with this id that you may see.');
  if (current.creatorId !== principal.agentId && !holdsRole(principal, 'EDITOR'))
    throw new NotAllowed('You may not change this citation: it is somebody else’s; ask an editor to.');
  return current;
}
