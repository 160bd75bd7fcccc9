import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { recordOf } from '../documents/anchor-moves.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { type AnchorChange, closeAnchorChange, openAnchorChange } from './anchor-change.ts';
import type { Annotation } from './annotation.ts';
import type { Selector } from './input.ts';
import { madeAt } from './new-anchor.ts';
import { type OpenAnchor, readOpenAnchors } from './open-anchors.ts';
import { resolveSelector, revisionNamedBy, type Target } from './targets.ts';

/** Where an annotation is to point from the latest revision on. */
export interface Reanchoring {
  annotationId: string;
  /** The version that the change was made on. */
  version: number;
  /** Which of its anchors to replace; null where it has but one. */
  anchorId: string | null;
  target: Selector;
}

/**
 * Makes an annotation point at other words of the latest revision, in one transaction: an anchor made on them takes the
 * place of the one that it had, which is still what earlier revisions show.
 * @throws NotAllowed, NotFound, EditConflict, InputInvalid, QuoteNotFound, QuoteAmbiguous, RangeInvalid
 */
export async function reanchorAnnotation(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  { annotationId, version, anchorId, target: selector }: Reanchoring,
): Promise<Annotation> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  return await store.prisma.$transaction(async (transaction) => {
    const by = { ...principal, agentId };
    const change = await openAnchorChange(transaction, texts, by, annotationId, version);
    const anchor = choose(await readOpenAnchors(transaction, annotationId), anchorId);
    const target = resolve(change, selector);
    const madeId = await replace(change, anchor, target);
    return await closeAnchorChange(change, 'ANNOTATION_REANCHORED', [
      {
        from: recordOf(anchor.id, change.latest, anchor.standing),
        to: recordOf(madeId, change.latest, madeAt(target).standing),
      },
    ]);
  });
}

function choose(anchors: readonly OpenAnchor[], anchorId: string | null): OpenAnchor {
  const [only, ...more] = anchors;
  if (only === undefined)
    throw new InputInvalid('The annotation is on the whole document, so it points at no words; add another.');
  if (anchorId === null && more.length > 0)
    throw new InputInvalid(
      `The annotation has ${anchors.length} anchors; give \`anchor\` with the id of the one that you mean.`,
    );
  const chosen = anchorId === null ? only : anchors.find(({ id }) => id === anchorId);
  if (chosen === undefined)
    throw new NotFound('The annotation has no such anchor now; read its `anchors` again for their ids.');
  return chosen;
}

function resolve({ latest, language }: AnchorChange, selector: Selector): Target {
  const named = revisionNamedBy(selector);
  if (named !== null && named !== latest.number)
    throw new InputInvalid(
      `The passage is of revision ${named}; give one of the latest, ${latest.slug}@${latest.number}.`,
    );
  return resolveSelector(latest, selector, language);
}

/** @returns the id of the new anchor. */
async function replace(
  { statements, annotation, latest }: AnchorChange,
  { positionId, ordinal }: OpenAnchor,
  target: Target,
): Promise<string> {
  const { documentId } = annotation;
  const id = newId();
  await statements.anchorPosition.update({
    where: { id: positionId },
    data: { lastRevision: latest.number - 1 },
    select: { id: true },
  });
  await statements.anchor.create({
    data: {
      id,
      documentId,
      annotationId: annotation.id,
      ordinal,
      madeOnId: latest.id,
      ...target.quote,
      positions: {
        create: {
          documentId,
          firstRevision: latest.number,
          status: 'EXACT',
          score: 1,
          ...target.span,
          spanning: target.span.startUnitId !== target.span.endUnitId,
        },
      },
    },
    select: { id: true },
  });
  return id;
}
