import type { EventKind } from '../store/generated/enums.ts';
import { insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { Client } from '../store/store.ts';
import type { Citation } from './citation.ts';
import type { CitationAnchorMove } from './history.ts';

/** Writes down what a citation is after a change of it, and what that did to its anchors. */
export async function tellOfCitation(
  statements: Client,
  kind: Extract<EventKind, `CITATION_${string}`>,
  agentId: string,
  citation: Citation,
  anchors: readonly CitationAnchorMove[] = [],
): Promise<void> {
  const { id, documentId, version, sourceId, locator, locatorLabel, updatedAt } = citation;
  const row = {
    id: newId(),
    kind,
    occurred_at: updatedAt,
    agent_id: agentId,
    document_id: documentId,
    citation_id: id,
    state: {
      version,
      sourceId,
      locator,
      locatorLabel,
      ...(anchors.length > 0 ? { anchors } : {}),
    },
  };
  await statements.$executeRaw(insertRows('event', [row]));
}
