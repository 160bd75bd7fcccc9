import { standingMention } from '../../access/visibility.ts';
import type { MentionOrigin, MentionStatus } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import type { RevisionText, RevisionUnit } from '../../text/revision-text.ts';
import type { StandingMention } from './reconcile.ts';
import type { WordsOfEntity } from './rejected-words.ts';

interface StandingRow {
  id: string;
  entityId: string;
  status: MentionStatus;
  origin: MentionOrigin;
  confidence: number;
  withdrawn: boolean;
  unitId: string;
  startOffset: number;
  endUnitId: string;
  endOffset: number;
}

/** Reads the mentions that begin in units of text now, withdrawn ones too, by the units' ids: one statement. */
export async function readStanding(
  statements: Statements,
  places: readonly { revision: RevisionText; unit: RevisionUnit }[],
): Promise<Map<string, StandingMention[]>> {
  const rows = await statements.$queryRaw<StandingRow[]>`
    SELECT m.id, e.canonical_id AS "entityId", m.status, m.origin, m.confidence,
      m.withdrawn_at IS NOT NULL AS withdrawn, p.start_unit_id AS "unitId", p.start_offset AS "startOffset",
      p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset"
    FROM anchor_position p
      JOIN anchor n ON n.id = p.anchor_id
      JOIN mention m ON m.id = n.mention_id
      JOIN entity e ON e.id = m.entity_id
    WHERE p.start_unit_id = ANY(${places.map(({ unit }) => unit.id)}::uuid[]) AND p.last_revision IS NULL`;
  const byUnit = new Map(places.map(({ revision, unit }) => [unit.id, { revision, unit }]));
  const standing = new Map<string, StandingMention[]>();
  for (const row of rows) {
    const place = byUnit.get(row.unitId);
    if (place === undefined) continue;
    const offsets = place.revision.unitOffsets(place.unit);
    const { id, entityId, status, origin, confidence, withdrawn } = row;
    const mention = {
      id,
      entityId,
      status,
      origin,
      confidence,
      withdrawn,
      start: offsets.toUtf16(row.startOffset, 'CODE_POINT'),
      end:
        row.endUnitId === row.unitId ? offsets.toUtf16(row.endOffset, 'CODE_POINT') : place.unit.text.length,
    };
    const known = standing.get(row.unitId);
    if (known === undefined) standing.set(row.unitId, [mention]);
    else known.push(mention);
  }
  return standing;
}

/** Reads what was rejected in documents on words that are gone from them, one statement. */
export async function readRejectedWords(
  statements: Statements,
  documentIds: readonly string[],
): Promise<WordsOfEntity[]> {
  return await statements.$queryRaw<WordsOfEntity[]>`
    SELECT m.document_id AS "documentId", e.canonical_id AS "entityId", n.exact, n.prefix, n.suffix
    FROM anchor_position p
      JOIN anchor n ON n.id = p.anchor_id
      JOIN mention m ON m.id = n.mention_id
      JOIN entity e ON e.id = m.entity_id
    WHERE p.document_id = ANY(${documentIds}::uuid[]) AND p.start_unit_id IS NULL AND p.last_revision IS NULL
      AND m.status = 'REJECTED' AND ${standingMention}`;
}
