import { holdsRole, NotAllowed, requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { retryOnConflict } from '../documents/retry.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { MentionStatus } from '../store/generated/enums.ts';
import type { Client, Store } from '../store/store.ts';
import { mentionLimits } from './limits.ts';
import type { Mention } from './mention.ts';
import { tellOfMentions } from './mention-events.ts';
import { readMentions } from './read.ts';
import { decideRivals } from './same-place.ts';

/** What somebody decides of mentions. */
export interface Review {
  mentionIds: string[];
  status: MentionStatus;
  /** The entity that they refer to; null where that is right as it is. */
  entityId: string | null;
}

/** The mentions that were reviewed, in the order asked for, and the rival suggestions that were rejected with that. */
export interface Reviewed {
  mentions: Mention[];
  rejected: Mention[];
}

/**
 * Confirms or rejects mentions, or changes the entity that they refer to: all of them, in one transaction with a
 * constant number of statements, or none. What a review confirms has confidence 1.
 * @throws NotAllowed, NotFound, InputInvalid
 */
export async function reviewMentions(store: Store, principal: Principal, review: Review): Promise<Reviewed> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  const ids = [...new Set(review.mentionIds)];
  if (ids.length === 0) throw new InputInvalid('`mentions` names none; give the ids of those to review.');
  if (ids.length > mentionLimits.reviewed)
    throw new InputInvalid(
      `There are ${ids.length} mentions, more than the ${mentionLimits.reviewed} of one call; review them in several.`,
    );
  if (review.entityId !== null && review.status === 'REJECTED')
    throw new InputInvalid('Both another entity and REJECTED are given; give the one that you mean.');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockDocumentsOf(transaction, ids);
      const found = await readMentions(transaction, ids);
      const before = ids.map((id) => found.get(id) ?? missing());
      requireRight(principal, agentId, review, before);
      const entityId = await canonicalOf(transaction, review.entityId);
      await decide(transaction, ids, review.status, entityId);
      const rejected = review.status === 'CONFIRMED' ? await decideRivals(transaction, ids) : [];
      const after = await readMentions(transaction, [...ids, ...rejected]);
      const reviewed = { mentions: foundOf(ids, after), rejected: foundOf(rejected, after) };
      const all = [...reviewed.mentions, ...reviewed.rejected];
      await tellOfMentions(transaction, 'MENTION_REVIEWED', agentId, all);
      return reviewed;
    }),
  );
}

/** Keeps the linker, and everybody who adds or reviews mentions in the same documents, waiting. */
async function lockDocumentsOf(statements: Client, mentionIds: readonly string[]): Promise<void> {
  await statements.$queryRaw`
    SELECT id FROM document WHERE id IN (SELECT document_id FROM mention WHERE id = ANY(${mentionIds}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Of several on the same words that were confirmed as one entity, one stays. */
function foundOf(ids: readonly string[], mentions: ReadonlyMap<string, Mention>): Mention[] {
  return ids.flatMap((id) => mentions.get(id) ?? []);
}

function missing(): never {
  throw new NotFound('One of the mentions is not there; it may have been withdrawn. Read them again.');
}

/** To take back or reject one's own mentions is one's own; to confirm, and to decide on those of others, is for editors. */
function requireRight(
  principal: Principal,
  agentId: string,
  { status }: Review,
  mentions: readonly Mention[],
): void {
  if (holdsRole(principal, 'EDITOR')) return;
  const own = mentions.every(({ creatorId, origin }) => creatorId === agentId && origin !== 'LINKER');
  if (!own)
    throw new NotAllowed(
      'You may not review mentions that you did not make yourself: you need the role EDITOR.',
    );
  if (status === 'CONFIRMED') throw new NotAllowed('You may not confirm mentions: you need the role EDITOR.');
}

async function canonicalOf(statements: Client, entityId: string | null): Promise<string | null> {
  if (entityId === null) return null;
  const entity = await statements.entity.findUnique({ where: { id: entityId } });
  if (entity === null)
    throw new NotFound('There is no entity with this id; `entities` lists those that there are.');
  return entity.canonicalId;
}

async function decide(
  statements: Client,
  ids: readonly string[],
  status: MentionStatus,
  entityId: string | null,
): Promise<void> {
  await statements.$executeRaw`
    UPDATE mention SET status = ${status}::mention_status, updated_at = now(),
      confidence = CASE WHEN ${status} = 'CONFIRMED' THEN 1 ELSE confidence END,
      entity_id = COALESCE(${entityId}::uuid, entity_id),
      origin = CASE WHEN ${entityId}::uuid IS NULL THEN origin ELSE 'PERSON'::mention_origin END
    WHERE id = ANY(${ids}::uuid[])`;
}
