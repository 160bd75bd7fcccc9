import { NotAllowed } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import type { AnchorMove } from '../documents/anchor-moves.ts';
import { latestRevisionOf } from '../documents/latest-revision.ts';
import { lockDocument } from '../documents/lock.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { NotFound } from '../problem.ts';
import type { EventKind } from '../store/generated/enums.ts';
import type { Client } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { Annotation } from './annotation.ts';
import { lockAnnotation } from './lock.ts';
import { EditConflict } from './problems.ts';

/** An annotation whose anchors somebody is about to change, and the text that they are in. */
export interface AnchorChange {
  statements: Client;
  texts: RevisionTexts;
  agentId: string;
  annotation: Annotation;
  latest: RevisionText;
  /** The language of the document, a BCP 47 tag. */
  language: string;
}

/**
 * Locks an annotation, and its document against new revisions, for a change of where it points.
 * @throws NotFound, NotAllowed, EditConflict
 */
export async function openAnchorChange(
  statements: Client,
  texts: RevisionTexts,
  principal: Principal & { agentId: string },
  id: string,
  version: number,
): Promise<AnchorChange> {
  const annotation = await lockAnnotation(statements, principal, id);
  if (annotation.creatorId !== principal.agentId && !principal.roles.has('EDITOR'))
    throw new NotAllowed(
      'You may not change where this annotation points: it is somebody else’s; ask an editor to.',
    );
  if (annotation.deletedAt !== null) throw new NotFound('The annotation is deleted; restore it first.');
  if (annotation.version !== version) throw new EditConflict(annotation);
  const document = await lockDocument(statements, { id: annotation.documentId }, 'to-point');
  if (document === null) throw new Error(`The document of annotation ${id} has gone from the store`);
  const { id: latestId } = await latestRevisionOf(statements, document);
  const latest = (await texts.load(statements, [latestId])).get(latestId);
  if (latest === undefined) throw new Error(`Revision ${latestId} has gone from the store`);
  const { language } = document;
  return { statements, texts, agentId: principal.agentId, annotation, latest, language };
}

/**
 * Counts the change as a version of the annotation, and tells its history.
 * @param more of what the event is to say.
 * @returns the annotation as it is then.
 */
export async function closeAnchorChange(
  { statements, agentId, annotation }: AnchorChange,
  kind: Extract<EventKind, 'ANNOTATION_REANCHORED' | 'ANCHOR_CHANGE_UNDONE'>,
  anchors: AnchorMove[],
  more: { undoes?: string } = {},
): Promise<Annotation> {
  const { id, documentId, visibility } = annotation;
  const version = annotation.version + 1;
  const updatedAt = new Date();
  await statements.annotation.update({
    where: { id },
    data: { version, updatedAt },
    select: { id: true },
  });
  const state = { version, visibility, anchors, ...more };
  await statements.event.create({
    data: { kind, agentId, documentId, annotationId: id, occurredAt: updatedAt, state },
  });
  return { ...annotation, version, updatedAt };
}
