import { createHash } from 'node:crypto';
import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { findRevisions, type RevisionSought } from '../documents/find-revisions.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import { newId } from '../store/new-id.ts';
import type { Statements, Store } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { Annotation } from './annotation.ts';
import { lastRevisionsHeld } from './held.ts';
import { findByIdempotencyKey } from './idempotency.ts';
import { checkNewAnnotation, type NewAnnotation } from './input.ts';
import { insertAnnotations, type ReadyAnnotation } from './insert.ts';
import { annotationLimits } from './limits.ts';
import { type AnnotationProblem, isAnnotationProblem } from './problems.ts';
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
  const around = await readSurroundings(statements, texts, principal, valid);
  const resolved = checked.map((input) =>
    isAnnotationProblem(input) ? input : attempt(() => prepare(around, agentId, input)),
  );
  const ready = resolved.filter(succeeded);
  if (ready.length === 0) return resolved.map((one) => (isAnnotationProblem(one) ? one : undefined));
  await lastRevisionsHeld(statements, ready);
  const { written, outdated } = await insertAnnotations(statements, ready);
  const taken = ready.filter(
    ({ annotation }) => !written.has(annotation.id) && !outdated.has(annotation.documentId),
  );
  const earlier = await findByIdempotencyKey(statements, principal, agentId, taken);
  return resolved.map((one) => {
    if (isAnnotationProblem(one)) return one;
    return written.has(one.annotation.id) ? one.annotation : earlier.get(one.annotation.id);
  });
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
  const now = new Date();
  const { motivation, bodies, tags, visibility, idempotencyKey } = input;
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
    targets,
    lastRevisions: targets.map(() => null),
    latestRevision,
    idempotencyKey,
    requestChecksum:
      idempotencyKey === null ? null : createHash('sha256').update(JSON.stringify(input)).digest('hex'),
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

/** The targets in the order of the text, wherever the caller listed them. */
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
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
