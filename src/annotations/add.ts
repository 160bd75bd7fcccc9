import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { createBreath } from '../breath.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid } from '../problem.ts';
import type { Statements, Store } from '../store/store.ts';
import type { Annotation } from './annotation.ts';
import { attempt, succeeded } from './attempt.ts';
import { withPositions } from './held.ts';
import { findEarlier, idempotencyOf } from './idempotency.ts';
import { checkNewAnnotation, type NewAnnotation } from './input.ts';
import { insertAnnotations, type ReadyAnnotation } from './insert.ts';
import { annotationLimits } from './limits.ts';
import { prepare } from './prepare.ts';
import { type AnnotationProblem, isAnnotationProblem } from './problems.ts';
import { readSurroundings } from './surroundings.ts';
import { textIn } from './targets.ts';

/** For each annotation asked for, in order: what was written, or why nothing was. */
export type Added = Annotation | AnnotationProblem;

/**
 * A new revision may come between resolving targets and writing them, or what was known of the latest be so no more; then
 * it is done again.
 */
const ATTEMPTS = 5;

/**
 * Adds annotations: those that are valid in one transaction, in a number of statements that does not depend on theirs.
 * @throws NotAllowed; InputInvalid when there are too many.
 */
export async function addAnnotations(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  given: readonly NewAnnotation[],
): Promise<Added[]> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  if (given.length > annotationLimits.batch)
    throw new InputInvalid(
      `There are ${given.length} annotations, more than the ${annotationLimits.batch} of one call; send them in several.`,
    );
  const targets = given.reduce((sum, input) => sum + input.targets.length, 0);
  if (targets > annotationLimits.batchTargets)
    throw new InputInvalid(
      `There are ${targets} targets, more than the ${annotationLimits.batchTargets} of one call; send them in several.`,
    );
  const results: Added[] = new Array(given.length);
  let open = given.map((input, index) => ({ input, index }));
  let textLeft = annotationLimits.batchText;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const { batch, written } = await addOnce(
      store.statements,
      texts,
      principal,
      agentId,
      open.map(({ input }) => input),
      { mayGuess: attempt === 1, textLeft },
    );
    textLeft -= written;
    open.forEach(({ index }, place) => {
      const result = batch[place];
      if (result !== undefined) results[index] = result;
    });
    open = open.filter(({ index }) => results[index] === undefined);
    if (open.length > 0 && attempt === ATTEMPTS)
      throw new Error('New revisions kept coming while annotations were added');
  }
  return results;
}

/**
 * One attempt: of each what came of it, undefined where it must be tried again, and how many characters the targets hold
 * that were written.
 * @param mayGuess which revisions are the latest: it is made sure of where one is written, and nothing is refused by it.
 */
async function addOnce(
  statements: Statements,
  texts: RevisionTexts,
  principal: Principal,
  agentId: string,
  given: NewAnnotation[],
  { mayGuess, textLeft }: { mayGuess: boolean; textLeft: number },
): Promise<{ batch: (Added | undefined)[]; written: number }> {
  const checked = given.map((input) => attempt(() => checkNewAnnotation(input)));
  const valid = checked.filter(succeeded);
  const before = await findEarlier(
    statements,
    principal,
    agentId,
    valid.flatMap((input) => idempotencyOf(input) ?? []),
  );
  const around = await readSurroundings(statements, texts, principal, valid, { mayGuess, textLeft });
  const breathe = createBreath();
  const resolved: (Added | ReadyAnnotation)[] = [];
  for (const input of checked) {
    await breathe();
    const prepared = isAnnotationProblem(input)
      ? input
      : attempt(() => done(before, input) ?? prepare(around, agentId, input));
    resolved.push(prepared);
  }
  const ready = resolved.filter(isReady);
  const settled = (one: Added): Added | undefined =>
    around.isGuess && isAnnotationProblem(one) ? undefined : one;
  if (ready.length === 0)
    return { batch: resolved.map((one) => (isReady(one) ? undefined : settled(one))), written: 0 };
  const placed = await withPositions(statements, texts, ready);
  const { written, outdated } = await insertAnnotations(statements, placed);
  const taken = ready.filter(
    ({ annotation }) => !written.has(annotation.id) && !outdated.has(annotation.documentId),
  );
  const meanwhile = await findEarlier(
    statements,
    principal,
    agentId,
    taken.flatMap(({ idempotency }) => idempotency ?? []),
  );
  const batch = resolved.map((one) => {
    if (!isReady(one)) return settled(one);
    if (written.has(one.annotation.id)) return one.annotation;
    return one.idempotency === null ? undefined : meanwhile.get(one.idempotency.key)?.(one.idempotency);
  });
  return {
    batch,
    written: ready.reduce(
      (sum, { annotation, targets }) => sum + (written.has(annotation.id) ? textIn(targets) : 0),
      0,
    ),
  };
}

/** What the same request did before, or undefined. */
function done(before: Awaited<ReturnType<typeof findEarlier>>, input: NewAnnotation): Added | undefined {
  const idempotency = idempotencyOf(input);
  return idempotency === null ? undefined : before.get(idempotency.key)?.(idempotency);
}

function isReady(one: Added | ReadyAnnotation): one is ReadyAnnotation {
  return 'annotation' in one;
}
