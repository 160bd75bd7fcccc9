import { z } from 'zod';
import { holdsRole, requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import type { Selector } from '../annotations/input.ts';
import { placeTargets } from '../annotations/place-targets.ts';
import { lockDocument } from '../documents/lock.ts';
import { retryOnConflict } from '../documents/retry.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Document } from '../store/generated/client.ts';
import { newId } from '../store/new-id.ts';
import type { Statements, Store } from '../store/store.ts';
import { insertMention, type PlacedTarget, raiseMention } from './insert.ts';
import type { Mention } from './mention.ts';
import { tellOfMentions } from './mention-events.ts';
import { readMentions } from './read.ts';
import { decideRivals, findAtPlace } from './same-place.ts';

/** A place in a text that somebody says refers to an entity. */
export interface NewMention {
  /** The document's id in the store. */
  documentId: string;
  /** The number of the revision that the selector speaks of; null for the latest. */
  revision: number | null;
  target: Selector;
  entityId: string;
  /** Whether it is a mere suggestion. */
  suggested: boolean;
  /** How sure it is, from 0 to 1. */
  confidence: number;
}

const share = z.number().min(0).max(1);

/**
 * Adds a mention, in one transaction. Where the very words are a mention of the entity already, that one is confirmed
 * instead; suggestions of other entities for them are rejected. Without the role EDITOR it is a suggestion, as one is that
 * says so itself: it decides nothing, and where there is a mention of the entity, that one stays as it is.
 * @throws NotAllowed, NotFound, InputInvalid, QuoteNotFound, QuoteAmbiguous, RangeInvalid
 */
export async function addMention(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  given: NewMention,
): Promise<Mention> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  if (!share.safeParse(given.confidence).success)
    throw new InputInvalid(
      '`confidence` is not between 0 and 1; give how sure the mention is, 1 for certain.',
    );
  const { confidence } = given;
  const suggested = given.suggested || !holdsRole(principal, 'EDITOR');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      const document = await lockDocument(transaction, { id: given.documentId }, 'to-publish');
      if (document === null)
        throw new NotFound('There is no document with this id; `documents` lists those that there are.');
      const entity = await transaction.entity.findUnique({ where: { id: given.entityId } });
      if (entity === null)
        throw new NotFound('There is no entity with this id; `entities` lists those that there are.');
      const entityId = entity.canonicalId;
      const target = await place(transaction, texts, given, document);
      const span = target.positions.at(-1)?.standing.span ?? null;
      const there = span === null ? [] : await findAtPlace(transaction, span);
      const same = there.find((mention) => mention.entityId === entityId);
      if (same === undefined)
        await insertMention(transaction, { agentId, entityId, target, document, confidence, suggested });
      else await raiseMention(transaction, same, { confidence, suggested });
      const id = same?.id ?? target.mentionId;
      const rejected = suggested ? [] : await decideRivals(transaction, [id]);
      const after = await readMentions(transaction, [id, ...rejected]);
      const mention = after.get(id);
      if (mention === undefined) throw new Error('A mention has gone while it was added');
      await tellOfMentions(transaction, same === undefined ? 'MENTION_ADDED' : 'MENTION_REVIEWED', agentId, [
        mention,
      ]);
      const rivals = rejected.flatMap((rival) => after.get(rival) ?? []);
      await tellOfMentions(transaction, 'MENTION_REVIEWED', agentId, rivals);
      return mention;
    }),
  );
}

async function place(
  statements: Statements,
  texts: RevisionTexts,
  { target, revision }: NewMention,
  document: Document,
): Promise<PlacedTarget> {
  const [only] = await placeTargets(statements, texts, document, [target], revision);
  if (only === undefined) throw new Error('A target has gone while it was placed');
  return { ...only, mentionId: newId() };
}
