import type { Principal } from '../access/principal.ts';
import { NotFound } from '../problem.ts';
import type { Statements } from '../store/store.ts';
import type { Annotation } from './annotation.ts';
import { readAnnotations } from './read.ts';

/**
 * Keeps others from changing an annotation until the transaction ends. Its history may go on meanwhile: a new revision
 * that moves its anchors does not wait for this.
 * @throws NotFound when there is none that the principal may see.
 */
export async function lockAnnotation(
  statements: Statements,
  principal: Principal,
  id: string,
): Promise<Annotation> {
  await statements.$queryRaw`SELECT 1 FROM annotation WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const current = (await readAnnotations(statements, principal, [id])).get(id);
  if (current === undefined) throw new NotFound('There is no annotation with this id that you may see.');
  return current;
}
