import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { type AnchorMove, movesOf } from '../documents/anchor-moves.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Event } from '../store/generated/client.ts';
import type { Store } from '../store/store.ts';
import { closeAnchorChange, openAnchorChange } from './anchor-change.ts';
import { anchorsChangedSince, isUndone, readEvent } from './anchor-events.ts';
import type { Annotation } from './annotation.ts';
import { releaseAnchors } from './release-anchors.ts';
import { restoreAnchor } from './restore-anchor.ts';

/** A change of an annotation's anchors to undo. */
export interface AnchorUndoing {
  eventId: string;
  /** The version of the annotation that this was decided on. */
  version: number;
}

/**
 * Undoes what an event did to anchors, from the latest revision on, in one transaction. One that was replaced by hand
 * stands again as if it had not been; one that a new revision put on other words is taken off them.
 * @throws NotAllowed, NotFound, EditConflict; InputInvalid when the event moved no anchor, or others moved it since.
 */
export async function undoAnchorChange(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  { eventId, version }: AnchorUndoing,
): Promise<Annotation> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  return await store.prisma.$transaction(async (transaction) => {
    const event = await readEvent(transaction, principal, eventId);
    if (event?.annotationId === null || event?.annotationId === undefined)
      throw new NotFound('There is no event with this id that you may see.');
    const by = { ...principal, agentId };
    const change = await openAnchorChange(transaction, texts, by, event.annotationId, version);
    const moves = movesToUndo(event);
    const anchorIds = moves.flatMap(({ from, to }) => [from.anchorId, to.anchorId]);
    if (await isUndone(transaction, event))
      throw new InputInvalid(
        'This change is undone already; to make it again, give the anchor its place with `reanchorAnnotation`.',
      );
    if (await anchorsChangedSince(transaction, event, anchorIds))
      throw new InputInvalid(
        'The anchors have been changed again since; undo that change first, or give them another place with `reanchorAnnotation`.',
      );
    const undone =
      event.kind === 'ANNOTATION_REANCHORED'
        ? await restoreAnchor(change, moves)
        : await releaseAnchors(change, moves);
    return await closeAnchorChange(change, 'ANCHOR_CHANGE_UNDONE', undone, { undoes: event.id });
  });
}

/** @throws InputInvalid */
function movesToUndo(event: Event): AnchorMove[] {
  const moves = movesOf(event);
  if (event.kind === 'ANNOTATION_REANCHORED') return moves;
  if (event.kind !== 'ANCHORS_CARRIED')
    throw new InputInvalid(
      'Only changes of anchors by a new revision or by hand can be undone; this event is of another kind.',
    );
  const onOtherWords = moves.filter(({ to }) => to.status === 'MOVED' || to.status === 'EDITED');
  if (onOtherWords.length === 0)
    throw new InputInvalid(
      'The new revision left no anchor of this annotation on moved or changed words, so there is nothing to take them off; give them a place with `reanchorAnnotation`.',
    );
  return onOtherWords;
}
