import type { Principal } from '../access/principal.ts';
import { standingCitation, standingMention, visibleAnnotation } from '../access/visibility.ts';
import { stillAdjacent, unitIdsOf } from '../anchors/span.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { AnchorToCarry, Home } from './carry-anchor.ts';
import { type StandingColumns, spanOfColumns, standingOf, wordsOfStanding } from './standing.ts';

/** An anchor whose words a new revision may touch, with its open position. */
export interface AffectedAnchor extends AnchorToCarry {
  id: string;
  /** What it is of; all but one are null. */
  annotationId: string | null;
  mentionId: string | null;
  citationId: string | null;
  positionId: string;
  /** Whether the one who publishes may see what it is of, and that is neither deleted nor rejected. */
  visible: boolean;
  /** Whether its history is kept: that of what the linker merely suggests is not. */
  told: boolean;
}

export interface AffectedAnchors {
  anchors: AffectedAnchor[];
  /** The texts of the units that are homes of theirs and may be needed, by id. */
  homeTexts: Map<string, string>;
}

interface AffectedRow extends StandingColumns {
  id: string;
  annotationId: string | null;
  mentionId: string | null;
  citationId: string | null;
  positionId: string;
  released: boolean;
  visible: boolean;
  told: boolean;
  spanning: boolean;
  /** Only where the words where it stands are not those that it was made on. */
  exact: string | null;
  homeStartUnitId: string;
  homeStartOffset: number;
  homeEndUnitId: string;
  homeEndOffset: number;
  homeStartLineageId: string;
  homeEndLineageId: string;
  /** Only at the first of the anchors that have this home, and only where words are looked for from there. */
  homeText: string | null;
}

/**
 * Reads, in one statement, the anchors that a new revision may move: those in units that it lacks, those over several
 * units that do not follow each other any more, and of those that are not EXACT the ones whose home it brings back or
 * changes. What it reads grows with the changed text, and with the anchors that span units or are not EXACT.
 */
export async function readAffectedAnchors(
  statements: Statements,
  principal: Principal,
  before: RevisionText,
  after: RevisionText,
): Promise<AffectedAnchors> {
  const gone = before.units.filter(({ id }) => after.unitById(id) === undefined).map(({ id }) => id);
  const arrived = after.units.filter(({ id }) => before.unitById(id) === undefined);
  const rows = await readRows(statements, principal, before.documentId, {
    gone,
    lineages: arrived.map(({ lineageId }) => lineageId),
  });
  const homeTexts = new Map<string, string>();
  for (const { homeStartUnitId, homeText } of rows)
    if (homeText !== null) homeTexts.set(homeStartUnitId, homeText);
  const anchors = rows.filter((row) => isAffected(row, before, after)).map((row) => toAnchor(row, before));
  return { anchors, homeTexts };
}

async function readRows(
  statements: Statements,
  principal: Principal,
  documentId: string,
  { gone, lineages }: { gone: string[]; lineages: string[] },
): Promise<AffectedRow[]> {
  const open = Prisma.sql`p.document_id = ${documentId}::uuid AND p.last_revision IS NULL`;
  return await statements.$queryRaw<AffectedRow[]>`
    WITH affected AS MATERIALIZED (
      SELECT p.id FROM anchor_position p WHERE p.start_unit_id = ANY(${gone}::uuid[]) AND ${open}
      UNION
      SELECT p.id FROM anchor_position p WHERE p.spanning AND ${open}
      UNION
      SELECT p.id FROM anchor_position p
        JOIN anchor n ON n.id = p.anchor_id
        JOIN revision r ON r.id = n.made_on_id
        JOIN anchor_position h ON h.anchor_id = n.id AND h.first_revision = r.number
        JOIN text_unit u ON u.id = h.start_unit_id
      WHERE p.status <> 'EXACT' AND ${open} AND (h.spanning OR u.lineage_id = ANY(${lineages}::uuid[]))
    )
    SELECT n.id, n.annotation_id AS "annotationId", n.mention_id AS "mentionId", n.citation_id AS "citationId",
      p.id AS "positionId", p.released, p.spanning,
      p.status, p.score, p.start_unit_id AS "startUnitId", p.start_offset AS "startOffset",
      p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset",
      CASE WHEN p.status NOT IN ('EXACT', 'MOVED') THEN n.exact END AS exact,
      h.start_unit_id AS "homeStartUnitId", h.start_offset AS "homeStartOffset",
      h.end_unit_id AS "homeEndUnitId", h.end_offset AS "homeEndOffset",
      u.lineage_id AS "homeStartLineageId", v.lineage_id AS "homeEndLineageId",
      CASE WHEN p.status <> 'EXACT' AND NOT h.spanning AND u.lineage_id = ANY(${lineages}::uuid[])
        AND row_number() OVER (PARTITION BY h.start_unit_id, p.status <> 'EXACT' ORDER BY p.id) = 1 THEN u.text
      END AS "homeText",
      CASE WHEN m.id IS NOT NULL THEN m.status <> 'REJECTED' AND ${standingMention}
        WHEN c.id IS NOT NULL THEN ${standingCitation}
        ELSE ${visibleAnnotation(principal, 'without-deleted')} END AS visible,
      COALESCE(NOT (m.origin = 'LINKER' AND m.status = 'SUGGESTED'), TRUE) AS told
    FROM affected f
      JOIN anchor_position p ON p.id = f.id
      JOIN anchor n ON n.id = p.anchor_id
      LEFT JOIN annotation a ON a.id = n.annotation_id
      LEFT JOIN mention m ON m.id = n.mention_id
      LEFT JOIN citation c ON c.id = n.citation_id
      JOIN revision r ON r.id = n.made_on_id
      JOIN anchor_position h ON h.anchor_id = n.id AND h.first_revision = r.number
      JOIN text_unit u ON u.id = h.start_unit_id
      JOIN text_unit v ON v.id = h.end_unit_id
    ORDER BY p.id`;
}

/** Units are immutable: an EXACT anchor over units that still follow each other has all its words. */
function isAffected(row: AffectedRow, before: RevisionText, after: RevisionText): boolean {
  if (!row.spanning || row.status !== 'EXACT') return true;
  const span = spanOfColumns(row);
  return span === null || !stillAdjacent(unitIdsOf(before, span), (id) => after.unitById(id)?.index);
}

function toAnchor(row: AffectedRow, before: RevisionText): AffectedAnchor {
  const { id, annotationId, mentionId, citationId, positionId, released, visible, told } = row;
  const standing = standingOf(row);
  const exact = row.exact ?? wordsOfStanding(before, standing);
  if (exact === null) throw new Error(`The anchor ${id} stands nowhere in ${before.slug}@${before.number}`);
  return {
    id,
    annotationId,
    mentionId,
    citationId,
    positionId,
    released,
    visible,
    told,
    standing,
    exact,
    home: homeOf(row),
  };
}

function homeOf(row: AffectedRow): Home {
  return {
    span: {
      startUnitId: row.homeStartUnitId,
      startOffset: row.homeStartOffset,
      endUnitId: row.homeEndUnitId,
      endOffset: row.homeEndOffset,
    },
    startLineageId: row.homeStartLineageId,
    endLineageId: row.homeEndLineageId,
  };
}
