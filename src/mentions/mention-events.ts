import { insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { Client } from '../store/store.ts';
import type { Mention } from './mention.ts';

/** Writes down what mentions are after a change; one statement, whatever their number. */
export async function tellOfMentions(
  statements: Client,
  kind: 'MENTION_ADDED' | 'MENTION_REVIEWED',
  agentId: string,
  mentions: readonly Mention[],
): Promise<void> {
  if (mentions.length === 0) return;
  const rows = mentions.map(({ id, documentId, status, entityId, confidence }) => ({
    id: newId(),
    kind,
    occurred_at: new Date(),
    agent_id: agentId,
    document_id: documentId,
    mention_id: id,
    state: { status, entityId, confidence },
  }));
  await statements.$executeRaw(insertRows('event', rows));
}
