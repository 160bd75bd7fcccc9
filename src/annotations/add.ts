import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { createBreath } from '../breath.ts';
import { findRevisions, type RevisionSought } from '../documents/find-revisions.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import { newId } from '../store/new-id.ts';
import type { Statements, Store } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { Annotation } from './annotation.ts';
import { withLastRevisions } from './held.ts';
import { findEarlier, idempotencyOf } from './idempotency.ts';
import { checkNewAnnotation, type NewAnnotation } from './input.ts';
import { insertAnnotations, type ReadyAnnotation } from './insert.ts';
import { annotationLimits } from './limits.ts';
import { type AnnotationProblem, isAnnotationProblem, RangeInvalid } from './problems.ts';
import { readAnnotations } from './read.ts';
import { resolveSelector, revisionNamedBy, type Target } from './targets.ts';

/** For each annotation asked for, in order: what was written, or why nothing was. */
export type Added = Annotation | AnnotationProblem;

/** A new revision may come between resolving targets and writing them; then it is done again. */
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
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const batch = await addOnce(
      store.prisma,
      texts,
      principal,
      agentId,
      open.map(({ input }) => input),
    );
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

/** One attempt; undefined stands for an annotation that must be tried again. */
async function addOnce(
  statements: Statements,
  texts: RevisionTexts,
  principal: Principal,
  agentId: string,
  given: NewAnnotation[],
): Promise<(Added | undefined)[]> {
  const checked = given.map((input) => attempt(() => checkNewAnnotation(input)));
  const valid = checked.filter(succeeded);
  const before = await findEarlier(
    statements,
    principal,
    agentId,
    valid.flatMap((input) => idempotencyOf(input) ?? []),
  );
  const around = await readSurroundings(statements, texts, principal, valid);
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
  if (ready.length === 0) return resolved.map((one) => (isReady(one) ? undefined : one));
  const placed = await withLastRevisions(statements, ready);
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
  return resolved.map((one) => {
    if (!isReady(one)) return one;
    if (written.has(one.annotation.id)) return one.annotation;
    return one.idempotency === null ? undefined : meanwhile.get(one.idempotency.key)?.(one.idempotency);
  });
}

/** What the same request did before, or undefined. */
function done(before: Awaited<ReturnType<typeof findEarlier>>, input: NewAnnotation): Added | undefined {
  const idempotency = idempotencyOf(input);
  return idempotency === null ? undefined : before.get(idempotency.key)?.(idempotency);
}

function isReady(one: Added | ReadyAnnotation): one is ReadyAnnotation {
  return 'annotation' in one;
}

function attempt<Result>(action: () => Result): Result | AnnotationProblem {
  try {
    return action();
  } catch (error) {
    if (isAnnotationProblem(error)) return error;
    throw error;
  }
}

function succeeded<Result>(result: Result | AnnotationProblem): result is Result {
  return !isAnnotationProblem(result);
}

interface Surroundings {
  /** Document id to the number of its latest revision. */
  latest: Map<string, number>;
  /** By `revisionKey`. */
  revisions: Map<string, RevisionText>;
  repliedTo: Map<string, Annotation>;
  /** How many more characters the targets of this call may hold. */
  textLeft: number;
}

function revisionKey(documentId: string, number: number): string {
  return `${documentId}@${number}`;
}

async function readSurroundings(
  statements: Statements,
  texts: RevisionTexts,
  principal: Principal,
  inputs: NewAnnotation[],
): Promise<Surroundings> {
  const sought = new Map<string, RevisionSought>();
  for (const { documentId, revision, targets } of inputs)
    for (const number of [null, revision, ...targets.map(namedOrNull)])
      sought.set(`${documentId}@${number}`, { documentId, number });
  const rows = (await findRevisions(statements, [...sought.values()])).filter((row) => row !== null);
  const loaded = await texts.load(
    statements,
    rows.map((row) => row.id),
  );
  const replyIds = inputs.flatMap((input) => input.replyToId ?? []);
  return {
    latest: new Map(rows.map((row) => [row.documentId, row.latestRevision])),
    revisions: new Map(
      [...loaded.values()].map((revision) => [revisionKey(revision.documentId, revision.number), revision]),
    ),
    repliedTo: replyIds.length === 0 ? new Map() : await readAnnotations(statements, principal, replyIds),
    textLeft: annotationLimits.batchText,
  };
}

function namedOrNull(selector: NewAnnotation['targets'][number]): number | null {
  const named = attempt(() => revisionNamedBy(selector));
  return isAnnotationProblem(named) ? null : named;
}

function prepare(around: Surroundings, agentId: string, input: NewAnnotation): ReadyAnnotation {
  const latestRevision = around.latest.get(input.documentId);
  if (latestRevision === undefined)
    throw new NotFound('There is no document with this id; `documents` lists those that there are.');
  checkReply(around, input);
  const targets = resolveTargets(around, input, latestRevision);
  around.textLeft -= targets.reduce((sum, { range }) => sum + range.end - range.start, 0);
  if (around.textLeft < 0)
    throw new RangeInvalid(
      'RANGE_TOO_LONG',
      `The targets of this call hold more than ${annotationLimits.batchText} characters together; send fewer in one call.`,
    );
  const now = new Date();
  const { motivation, bodies, tags, visibility } = input;
  return {
    annotation: {
      id: newId(),
      documentId: input.documentId,
      creatorId: agentId,
      motivation,
      tags,
      visibility,
      replyToId: input.replyToId,
      version: 1,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    },
    content: { motivation, bodies, tags, visibility },
    targets: targets.map((target) => ({ ...target, anchorId: newId(), lastRevision: null })),
    latestRevision,
    idempotency: idempotencyOf(input),
  };
}

function checkReply(around: Surroundings, input: NewAnnotation): void {
  if (input.replyToId === null) return;
  const repliedTo = around.repliedTo.get(input.replyToId);
  if (repliedTo === undefined || repliedTo.deletedAt !== null)
    throw new NotFound('The annotation to reply to is not there; it may have been deleted.');
  if (repliedTo.documentId !== input.documentId)
    throw new InputInvalid('The annotation to reply to is on another document; reply on that document.');
  if (repliedTo.visibility === 'PRIVATE' && input.visibility !== 'PRIVATE')
    throw new InputInvalid(
      'A reply to a private annotation must be private too; set its visibility to PRIVATE.',
    );
}

/** The targets in the order of the text, however the caller listed them. */
function resolveTargets(around: Surroundings, input: NewAnnotation, latestRevision: number): Target[] {
  const inRevision = (number: number): RevisionText => {
    const revision = around.revisions.get(revisionKey(input.documentId, number));
    if (revision === undefined)
      throw new NotFound(
        `There is no revision ${number} of this document; its revisions are 1 to ${latestRevision}.`,
      );
    return revision;
  };
  if (input.revision !== null) inRevision(input.revision);
  return input.targets
    .map((selector) =>
      resolveSelector(inRevision(revisionNamedBy(selector) ?? input.revision ?? latestRevision), selector),
    )
    .sort(inOrder);
}

/** As far as they are of one revision; those of older ones come first. */
function inOrder(a: Target, b: Target): number {
  return a.revision.number - b.revision.number || a.range.start - b.range.start || a.range.end - b.range.end;
}
