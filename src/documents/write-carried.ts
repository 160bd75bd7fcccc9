import { newId } from '../store/new-id.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { AffectedAnchor } from './affected-anchors.ts';
import { type AnchorMove, recordOf } from './anchor-moves.ts';
import type { CarriedAnchor } from './carry-anchors.ts';
import { positionColumns, positionRow } from './position-row.ts';

/**
 * Closes the positions of anchors that stand otherwise in a new revision, opens the ones that follow, and tells the
 * history of each annotation, mention and citation that this is news of: one statement, whatever their number.
 */
export async function writeCarried(
  statements: Statements,
  carried: readonly CarriedAnchor[],
  before: RevisionText,
  after: RevisionText,
  agentId: string,
): Promise<void> {
  if (carried.length === 0) return;
  const closed = carried.map(({ anchor }) => anchor.positionId);
  const positions = carried.map(({ anchor, to }) =>
    positionRow(after.documentId, anchor.id, {
      firstRevision: after.number,
      lastRevision: null,
      standing: to,
    }),
  );
  const events = eventRows(carried, before, after, agentId);
  const rows = await statements.$queryRaw<{ count: number }[]>`
    WITH closed AS (
      UPDATE anchor_position SET last_revision = ${after.number - 1}
      WHERE id = ANY(${closed}::uuid[]) AND last_revision IS NULL
      RETURNING id
    ), opened AS (
      INSERT INTO anchor_position (${positionColumns})
      SELECT ${positionColumns} FROM json_populate_recordset(NULL::anchor_position, ${JSON.stringify(positions)}::json)
    ), told AS (
      INSERT INTO event (id, kind, agent_id, document_id, revision_id, annotation_id, mention_id, citation_id, state)
      SELECT e.id, e.kind, e.agent_id, e.document_id, e.revision_id, e.annotation_id, e.mention_id, e.citation_id,
        e.state || jsonb_build_object('visibility', COALESCE(a.visibility, 'PUBLIC'))
      FROM json_populate_recordset(NULL::event, ${JSON.stringify(events)}::json) e
        LEFT JOIN annotation a ON a.id = e.annotation_id
    )
    SELECT count(*)::int AS count FROM closed`;
  if (rows[0]?.count !== carried.length)
    throw new Error('Anchors were moved by somebody else while a revision was published');
}

function eventRows(
  carried: readonly CarriedAnchor[],
  before: RevisionText,
  after: RevisionText,
  agentId: string,
) {
  const told = new Map<string, { of: AffectedAnchor; anchors: AnchorMove[] }>();
  for (const { anchor, to, told: isTold } of carried) {
    if (!isTold) continue;
    const move = {
      from: recordOf(anchor.id, before, anchor.standing),
      to: recordOf(anchor.id, after, to),
    };
    const owner = anchor.annotationId ?? anchor.mentionId ?? anchor.citationId ?? anchor.id;
    const known = told.get(owner);
    if (known === undefined) told.set(owner, { of: anchor, anchors: [move] });
    else known.anchors.push(move);
  }
  return [...told.values()].map(({ of, anchors }) => ({
    id: newId(),
    kind: 'ANCHORS_CARRIED',
    agent_id: agentId,
    document_id: after.documentId,
    revision_id: after.id,
    annotation_id: of.annotationId,
    mention_id: of.mentionId,
    citation_id: of.citationId,
    state: { anchors },
  }));
}
