import type { ReadyTarget } from '../annotations/insert.ts';
import { positionRow } from '../documents/position-row.ts';
import type { Document } from '../store/generated/client.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Client } from '../store/store.ts';
import type { MentionThere } from './same-place.ts';

/** A target with the ids that its mention and anchor get, and how it stands in its revision and those since. */
export interface PlacedTarget extends ReadyTarget {
  mentionId: string;
}

/** A mention to write. */
export interface Insertion {
  agentId: string;
  entityId: string;
  target: PlacedTarget;
  document: Document;
  confidence: number;
  suggested: boolean;
}

/** Writes a mention with its anchor: four statements. */
export async function insertMention(
  statements: Client,
  { agentId, entityId, target, document, confidence, suggested }: Insertion,
): Promise<void> {
  const { mentionId: id, anchorId, positions, revision, quote } = target;
  const agent = await statements.agent.findUniqueOrThrow({ where: { id: agentId } });
  await statements.mention.create({
    data: {
      id,
      documentId: document.id,
      entityId,
      status: suggested ? 'SUGGESTED' : 'CONFIRMED',
      confidence,
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
export async function raiseMention(
  statements: Client,
  { id, status, confidence: before }: MentionThere,
  { suggested, confidence }: { suggested: boolean; confidence: number },
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
