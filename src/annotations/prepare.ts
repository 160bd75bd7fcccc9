import { positionsOf } from '../documents/carry-through.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import { newId } from '../store/new-id.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { requireEntities } from './body-entities.ts';
import { requireSources } from './body-sources.ts';
import { idempotencyOf } from './idempotency.ts';
import type { NewAnnotation } from './input.ts';
import type { ReadyAnnotation } from './insert.ts';
import { annotationLimits } from './limits.ts';
import { madeAt } from './new-anchor.ts';
import { RangeInvalid } from './problems.ts';
import { revisionKey, type Surroundings } from './surroundings.ts';
import { resolveSelector, revisionNamedBy, type Target, textIn } from './targets.ts';

/**
 * Works out all that is to be written of a new annotation.
 * @throws AnnotationProblem
 */
export function prepare(around: Surroundings, agentId: string, input: NewAnnotation): ReadyAnnotation {
  const latestRevision = around.latest.get(input.documentId);
  if (latestRevision === undefined)
    throw new NotFound('There is no document with this id; `documents` lists those that there are.');
  checkReply(around, input);
  requireEntities(around.entities, input.bodies);
  requireSources(around.sources, input.bodies);
  const language = around.languages.get(input.documentId) ?? 'und';
  const targets = resolveTargets(around, input, { latestRevision, language });
  around.textLeft -= textIn(targets);
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
    targets: targets.map((target) => ({
      ...target,
      anchorId: newId(),
      positions: positionsOf(target.revision.number, [madeAt(target).standing]),
    })),
    latestRevision,
    language,
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
function resolveTargets(
  around: Surroundings,
  input: NewAnnotation,
  { latestRevision, language }: Pick<ReadyAnnotation, 'latestRevision' | 'language'>,
): Target[] {
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
      resolveSelector(
        inRevision(revisionNamedBy(selector) ?? input.revision ?? latestRevision),
        selector,
        language,
      ),
    )
    .sort(inOrder);
}

/** As far as they are of one revision; those of older ones come first. */
function inOrder(a: Target, b: Target): number {
  return a.revision.number - b.revision.number || a.range.start - b.range.start || a.range.end - b.range.end;
}
