import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { recordOf } from '../documents/anchor-moves.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { closeAnchorChange, openAnchorChange } from './anchor-change.ts';
import type { Annotation } from './annotation.ts';
import type { Selector } from './input.ts';
import { madeAt } from './new-anchor.ts';
import { type OpenAnchor, readOpenAnchors } from './open-anchors.ts';
import { closePosition, makeAnchor, resolveInLatest } from './replace-anchor.ts';

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
    const target = resolveInLatest(change.latest, selector, change.language);
    await closePosition(transaction, anchor.positionId, change.latest);
    const { ordinal } = anchor;
    const madeId = await makeAnchor(transaction, { annotationId }, ordinal, change.latest, target);
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
