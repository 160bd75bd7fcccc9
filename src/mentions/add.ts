import { z } from 'zod';
import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { withPositions } from '../annotations/held.ts';
import type { Selector } from '../annotations/input.ts';
import { madeAt } from '../annotations/new-anchor.ts';
import { resolveSelector, revisionNamedBy, type Target } from '../annotations/targets.ts';
import { positionsOf } from '../documents/carry-through.ts';
import { findRevisions } from '../documents/find-revisions.ts';
import { lockDocument } from '../documents/lock.ts';
import { positionRow } from '../documents/position-row.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Document } from '../store/generated/client.ts';
import { insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { Statements, Store } from '../store/store.ts';
import type { Mention } from './mention.ts';
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

const confidence = z.number().min(0).max(1);

/**
 * Adds a mention, in one transaction. Where the very words are a mention of the entity already, that one is confirmed
 * instead, unless this is a mere suggestion; suggestions of other entities for them are rejected.
 * @throws NotAllowed, NotFound, InputInvalid, QuoteNotFound, QuoteAmbiguous, RangeInvalid
 */
export async function addMention(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  given: NewMention,
): Promise<Mention> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  if (!confidence.safeParse(given.confidence).success)
    throw new InputInvalid(
      '`confidence` is not between 0 and 1; give how sure the mention is, 1 for certain.',
    );
  return await store.prisma.$transaction(async (transaction) => {
    const document = await lockDocument(transaction, { id: given.documentId }, 'to-publish');
    if (document === null)
      throw new NotFound('There is no document with this id; `documents` lists those that there are.');
    const entity = await transaction.entity.findUnique({ where: { id: given.entityId } });
    if (entity === null)
      throw new NotFound('There is no entity with this id; `entities` lists those that there are.');
    const entityId = entity.canonicalId;
    const target = await resolve(transaction, texts, given, document);
    const existing = await findAtPlace(transaction, target);
    const same = existing.find((mention) => mention.entityId === entityId);
    const id = same?.id ?? newId();
    if (same === undefined)
      await insert(transaction, texts, { id, agentId, entityId, target, document, given });
    else await raise(transaction, id, given);
    if (!given.suggested) await decideRivals(transaction, [id]);
    const mention = (await readMentions(transaction, [id])).get(id);
    if (mention === undefined) throw new Error('A mention has gone while it was added');
    await transaction.event.create({
      data: {
        kind: same === undefined ? 'MENTION_ADDED' : 'MENTION_REVIEWED',
        agentId,
        documentId: document.id,
        mentionId: id,
        state: { status: mention.status, entityId, confidence: mention.confidence },
      },
    });
    return mention;
  });
}

async function resolve(
  statements: Statements,
  texts: RevisionTexts,
  { revision, target }: NewMention,
  { id: documentId, latestRevision, language }: Document,
): Promise<Target> {
  const number = revisionNamedBy(target) ?? revision;
  const [row] = await findRevisions(statements, [{ documentId, number }]);
  const text = row ? (await texts.load(statements, [row.id])).get(row.id) : undefined;
  if (text === undefined)
    throw new NotFound(
      `There is no revision ${number} of this document; its revisions are 1 to ${latestRevision}.`,
    );
  return resolveSelector(text, target, language);
}

interface Insertion {
  id: string;
  agentId: string;
  entityId: string;
  target: Target;
  document: Document;
  given: NewMention;
}

async function insert(
  statements: Statements,
  texts: RevisionTexts,
  { id, agentId, entityId, target, document, given }: Insertion,
): Promise<void> {
  const agent = await statements.agent.findUniqueOrThrow({ where: { id: agentId } });
  const anchorId = newId();
  const ready = {
    targets: [
      { ...target, anchorId, positions: positionsOf(target.revision.number, [madeAt(target).standing]) },
    ],
    latestRevision: document.latestRevision,
  };
  const [placed] = await withPositions(statements, texts, [ready]);
  await statements.mention.create({
    data: {
      id,
      documentId: document.id,
      entityId,
      status: given.suggested ? 'SUGGESTED' : 'CONFIRMED',
      confidence: given.confidence,
      origin: agent.kind === 'PERSON' ? 'PERSON' : 'IMPORT',
      creatorId: agentId,
    },
    select: { id: true },
  });
  await statements.anchor.create({
    data: {
      id: anchorId,
      documentId: document.id,
      mentionId: id,
      ordinal: 0,
      madeOnId: target.revision.id,
      ...target.quote,
    },
    select: { id: true },
  });
  const positions = (placed?.targets ?? []).flatMap(({ positions }) =>
    positions.map((position) => positionRow(document.id, anchorId, position)),
  );
  await statements.$executeRaw(insertRows('anchor_position', positions));
}

/** Confirms a mention that is there already; a mere suggestion does no more than bring back one that was withdrawn. */
async function raise(
  statements: Statements,
  id: string,
  { suggested, confidence }: NewMention,
): Promise<void> {
  await statements.mention.update({
    where: { id },
    data: {
      withdrawnAt: null,
      ...(suggested ? {} : { status: 'CONFIRMED', confidence, updatedAt: new Date() }),
    },
    select: { id: true },
  });
}
