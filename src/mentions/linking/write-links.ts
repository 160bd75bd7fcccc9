import { quoteOf } from '../../anchors/quote.ts';
import { spanOf } from '../../anchors/span.ts';
import { positionColumns, positionRow } from '../../documents/position-row.ts';
import type { Proposal } from '../../entities/linking/proposal.ts';
import { Prisma } from '../../store/generated/client.ts';
import { newId } from '../../store/new-id.ts';
import type { Client } from '../../store/store.ts';
import type { RevisionText, RevisionUnit } from '../../text/revision-text.ts';
import { mentionLimits } from '../limits.ts';
import type { Reconciled } from './reconcile.ts';

/** What is to be written of a unit of text. */
export interface UnitLinks extends Reconciled {
  revision: RevisionText;
  unit: RevisionUnit;
}

/**
 * Writes what the linker found: new suggestions with their anchors, what changed of old ones, and an event for each
 * document. One statement, or one for every 10,000 new suggestions.
 */
export async function writeLinks(
  statements: Client,
  agentId: string,
  links: readonly UnitLinks[],
): Promise<void> {
  const added = links.flatMap(({ revision, unit, added }) =>
    added.map((proposal) => ({ revision, unit, proposal })),
  );
  const changed = links.flatMap((link) => link.changed.map(({ id, confidence }) => ({ id, confidence })));
  const withdrawn = links.flatMap((link) => link.withdrawn);
  const events = eventRows(links, agentId);
  if (events.length === 0) return;
  const first = added.slice(0, mentionLimits.written);
  await statements.$executeRaw`
    WITH ${insertions(first, agentId)}, changed AS (
      UPDATE mention m SET confidence = c.confidence, updated_at = now(), withdrawn_at = NULL
      FROM json_to_recordset(${JSON.stringify(changed)}::json) AS c(id uuid, confidence float8)
      WHERE m.id = c.id AND m.status = 'SUGGESTED'
    ), withdrawn AS (
      UPDATE mention m SET withdrawn_at = now(), updated_at = now()
      WHERE m.id = ANY(${withdrawn}::uuid[]) AND m.status = 'SUGGESTED'
    )
    INSERT INTO event (id, kind, agent_id, document_id, revision_id, state)
    SELECT id, kind, agent_id, document_id, revision_id, state
    FROM json_populate_recordset(NULL::event, ${JSON.stringify(events)}::json)`;
  for (let from = mentionLimits.written; from < added.length; from += mentionLimits.written)
    await statements.$executeRaw`
      WITH ${insertions(added.slice(from, from + mentionLimits.written), agentId)} SELECT 1`;
}

interface AddedLink {
  revision: RevisionText;
  unit: RevisionUnit;
  proposal: Proposal;
}

/** The parts of a WITH that insert suggestions. */
function insertions(added: readonly AddedLink[], agentId: string): Prisma.Sql {
  const rows = added.map((link) => rowsOf(link, agentId));
  const json = (part: 'mention' | 'anchor' | 'position') => JSON.stringify(rows.map((row) => row[part]));
  return Prisma.sql`mentions AS (
      INSERT INTO mention (id, document_id, entity_id, status, confidence, origin, creator_id)
      SELECT id, document_id, entity_id, status, confidence, origin, creator_id
      FROM json_populate_recordset(NULL::mention, ${json('mention')}::json)
    ), anchors AS (
      INSERT INTO anchor (id, document_id, mention_id, ordinal, made_on_id, exact, prefix, suffix)
      SELECT id, document_id, mention_id, ordinal, made_on_id, exact, prefix, suffix
      FROM json_populate_recordset(NULL::anchor, ${json('anchor')}::json)
    ), positions AS (
      INSERT INTO anchor_position (${positionColumns}) SELECT ${positionColumns}
      FROM json_populate_recordset(NULL::anchor_position, ${json('position')}::json)
    )`;
}

function rowsOf({ revision, unit, proposal }: AddedLink, agentId: string) {
  const range = { start: unit.start + proposal.start, end: unit.start + proposal.end };
  const span = spanOf(revision, range);
  if (span === null) throw new Error('The linker proposed no words');
  const [id, anchorId] = [newId(), newId()];
  return {
    mention: {
      id,
      document_id: revision.documentId,
      entity_id: proposal.entityId,
      status: 'SUGGESTED',
      confidence: proposal.confidence,
      origin: 'LINKER',
      creator_id: agentId,
    },
    anchor: {
      id: anchorId,
      document_id: revision.documentId,
      mention_id: id,
      ordinal: 0,
      made_on_id: revision.id,
      ...quoteOf(revision.text, range),
    },
    position: positionRow(revision.documentId, anchorId, {
      firstRevision: revision.number,
      lastRevision: null,
      standing: { status: 'EXACT', score: 1, span },
    }),
  };
}

/** One event for each document that anything was written of. */
function eventRows(links: readonly UnitLinks[], agentId: string) {
  const byDocument = new Map<string, { revision: RevisionText; suggested: number; withdrawn: number }>();
  for (const { revision, added, changed, withdrawn } of links) {
    if (added.length + changed.length + withdrawn.length === 0) continue;
    const known = byDocument.get(revision.id) ?? { revision, suggested: 0, withdrawn: 0 };
    known.suggested += added.length + changed.filter(({ wasWithdrawn }) => wasWithdrawn).length;
    known.withdrawn += withdrawn.length;
    byDocument.set(revision.id, known);
  }
  return [...byDocument.values()].map(({ revision, suggested, withdrawn }) => ({
    id: newId(),
    kind: 'DOCUMENT_LINKED',
    agent_id: agentId,
    document_id: revision.documentId,
    revision_id: revision.id,
    state: { suggested, withdrawn },
  }));
}
