import { z } from 'zod';
import { holdsRole, requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { withPositions } from '../annotations/held.ts';
import type { Selector } from '../annotations/input.ts';
import type { ReadyTarget } from '../annotations/insert.ts';
import { madeAt } from '../annotations/new-anchor.ts';
import { resolveSelector, revisionNamedBy, type Target } from '../annotations/targets.ts';
import { positionsOf } from '../documents/carry-through.ts';
import { findRevisions } from '../documents/find-revisions.ts';
import { lockDocument } from '../documents/lock.ts';
import { positionRow } from '../documents/position-row.ts';
import { retryOnConflict } from '../documents/retry.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Document } from '../store/generated/client.ts';
import { insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { Statements, Store } from '../store/store.ts';
import type { Mention } from './mention.ts';
import { tellOfMentions } from './mention-events.ts';
import { readMentions } from './read.ts';
import { decideRivals, findAtPlace, type MentionThere } from './same-place.ts';

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
  if (!confidence.safeParse(given.confidence).success)
    throw new InputInvalid(
      '`confidence` is not between 0 and 1; give how sure the mention is, 1 for certain.',
    );
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
        await insert(transaction, { agentId, entityId, target, document, given, suggested });
      else await raise(transaction, same, { ...given, suggested });
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

/** A target with the ids that its mention and anchor get, and how it stands in its revision and those since. */
interface PlacedTarget extends ReadyTarget {
  mentionId: string;
}

async function place(
  statements: Statements,
  texts: RevisionTexts,
  given: NewMention,
  document: Document,
): Promise<PlacedTarget> {
  const target = await resolve(statements, texts, given, document);
  const positions = positionsOf(target.revision.number, [madeAt(target).standing]);
  const ready = {
    targets: [{ ...target, anchorId: newId(), positions }],
    latestRevision: document.latestRevision,
  };
  const [placed] = await withPositions(statements, texts, [ready]);
  const [only] = placed?.targets ?? [];
  if (only === undefined) throw new Error('A target has gone while it was placed');
  return { ...only, mentionId: newId() };
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
  agentId: string;
  entityId: string;
  target: PlacedTarget;
  document: Document;
  given: NewMention;
  suggested: boolean;
}

async function insert(
  statements: Statements,
  { agentId, entityId, target, document, given, suggested }: Insertion,
): Promise<void> {
  const { mentionId: id, anchorId, positions, revision, quote } = target;
  const agent = await statements.agent.findUniqueOrThrow({ where: { id: agentId } });
  await statements.mention.create({
    data: {
      id,
      documentId: document.id,
      entityId,
      status: suggested ? 'SUGGESTED' : 'CONFIRMED',
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
      madeOnId: revision.id,
      ...quote,
    },
    select: { id: true },
  });
  const rows = positions.map((position) => positionRow(document.id, anchorId, position));
  await statements.$executeRaw(insertRows('anchor_position', rows));
}

/** Confirms a mention that is there already; a mere suggestion does no more than bring back one that was withdrawn. */
async function raise(
  statements: Statements,
  { id, status, confidence: before }: MentionThere,
  { suggested, confidence }: NewMention,
): Promise<void> {
  const sure = status === 'CONFIRMED' ? Math.max(before, confidence) : confidence;
  await statements.mention.update({
    where: { id },
    data: {
      withdrawnAt: null,
      ...(suggested ? {} : { status: 'CONFIRMED', confidence: sure, updatedAt: new Date() }),
    },
    select: { id: true },
  });
}
