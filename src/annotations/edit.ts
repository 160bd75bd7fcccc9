import { NotAllowed, requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { EventKind } from '../store/generated/enums.ts';
import type { Client, Store } from '../store/store.ts';
import type { Annotation, AnnotationContent } from './annotation.ts';
import { knownEntities, requireEntities } from './body-entities.ts';
import { knownSources, requireSources, requireSourcesStill } from './body-sources.ts';
import { checkContent } from './input.ts';
import { lockAnnotation } from './lock.ts';
import { EditConflict } from './problems.ts';
import { readAnnotations, readContent } from './read.ts';

/** What to change of an annotation; what is left out stays. */
export interface AnnotationEdit {
  id: string;
  /** The version that the change was made on. */
  version: number;
  changes: Partial<AnnotationContent>;
}

/**
 * Changes what an annotation says, in one transaction.
 * @throws NotAllowed, NotFound, EditConflict, InputInvalid
 */
export async function editAnnotation(
  store: Store,
  principal: Principal,
  edit: AnnotationEdit,
): Promise<Annotation> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  return await store.prisma.$transaction(async (transaction) => {
    const current = await lockAnnotation(transaction, principal, edit.id);
    if (current.creatorId !== agentId)
      throw new NotAllowed('You may not edit this annotation: it is somebody else’s; reply to it instead.');
    if (current.deletedAt !== null) throw new NotFound('The annotation is deleted; restore it first.');
    if (current.version !== edit.version) throw new EditConflict(current);
    await refuseOpening(transaction, principal, current, edit.changes);
    const before = await readContent(transaction, current);
    const content = checkContent({ ...before, ...edit.changes });
    requireEntities(await knownEntities(transaction, content.bodies), content.bodies);
    if (edit.changes.bodies !== undefined)
      requireSources(await knownSources(transaction, content.bodies), content.bodies);
    return await write(transaction, current, agentId, 'ANNOTATION_EDITED', {
      content,
      bodiesChanged: edit.changes.bodies !== undefined,
      deletedAt: null,
    });
  });
}

/**
 * Deletes an annotation, so that it can be restored; deleting a deleted one changes nothing.
 * @param version refuses the call when the annotation has another one; null deletes whatever it is.
 * @throws NotAllowed, NotFound, EditConflict
 */
export async function deleteAnnotation(
  store: Store,
  principal: Principal,
  id: string,
  version: number | null,
): Promise<Annotation> {
  return await setDeleted(store, principal, id, version, new Date());
}

/** Brings a deleted annotation back; restoring one that is not deleted changes nothing. @throws NotAllowed, NotFound, EditConflict */
export async function restoreAnnotation(
  store: Store,
  principal: Principal,
  id: string,
  version: number | null,
): Promise<Annotation> {
  return await setDeleted(store, principal, id, version, null);
}

async function setDeleted(
  store: Store,
  principal: Principal,
  id: string,
  version: number | null,
  deletedAt: Date | null,
): Promise<Annotation> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  return await store.prisma.$transaction(async (transaction) => {
    const current = await lockAnnotation(transaction, principal, id);
    if (current.creatorId !== agentId && !principal.roles.has('EDITOR'))
      throw new NotAllowed(
        'You may not delete or restore this annotation: it is somebody else’s; ask an editor to.',
      );
    if (version !== null && current.version !== version) throw new EditConflict(current);
    if ((current.deletedAt === null) === (deletedAt === null)) return current;
    const content = await readContent(transaction, current);
    if (deletedAt === null)
      requireSourcesStill(await knownSources(transaction, content.bodies), content.bodies);
    const kind = deletedAt === null ? 'ANNOTATION_RESTORED' : 'ANNOTATION_DELETED';
    return await write(transaction, current, agentId, kind, { content, bodiesChanged: false, deletedAt });
  });
}

/** A reply to a private annotation stays private, as it was made. */
async function refuseOpening(
  statements: Client,
  principal: Principal,
  { replyToId }: Annotation,
  { visibility }: Partial<AnnotationContent>,
): Promise<void> {
  if (replyToId === null || visibility !== 'PUBLIC') return;
  const repliedTo = (await readAnnotations(statements, principal, [replyToId])).get(replyToId);
  if (repliedTo?.visibility === 'PRIVATE')
    throw new InputInvalid(
      'It replies to a private annotation, so it must stay private; leave its visibility as it is.',
    );
}

interface Change {
  content: AnnotationContent;
  bodiesChanged: boolean;
  deletedAt: Date | null;
}

async function write(
  statements: Client,
  current: Annotation,
  agentId: string,
  kind: EventKind,
  { content, bodiesChanged, deletedAt }: Change,
): Promise<Annotation> {
  const { motivation, tags, visibility } = content;
  const version = current.version + 1;
  const updatedAt = new Date();
  const bodies = bodiesChanged
    ? { deleteMany: {}, create: content.bodies.map((body, ordinal) => ({ ...body, ordinal })) }
    : {};
  await statements.annotation.update({
    where: { id: current.id },
    data: { motivation, tags, visibility, version, updatedAt, deletedAt, bodies },
    select: { id: true },
  });
  await statements.event.create({
    data: {
      kind,
      agentId,
      documentId: current.documentId,
      annotationId: current.id,
      occurredAt: updatedAt,
      state: JSON.parse(JSON.stringify({ version, ...content })),
    },
  });
  return { ...current, motivation, tags, visibility, version, updatedAt, deletedAt };
}
