import { type AnchorMove, recordOf } from '../documents/anchor-moves.ts';
import type { AnchorToCarry } from '../documents/carry-anchor.ts';
import { STEP_LIMIT, Steps } from '../documents/carry-through.ts';
import { findRevisions } from '../documents/find-revisions.ts';
import { positionColumns, positionRow } from '../documents/position-row.ts';
import { type Standing, type StandingColumns, standingOf } from '../documents/standing.ts';
import type { Client } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { AnchorChange } from './anchor-change.ts';
import { readOpenAnchors } from './open-anchors.ts';

/**
 * Gives an annotation back the anchor that was replaced by hand, as it would stand now, from the latest revision on.
 * @param moves the one of the replacement.
 */
export async function restoreAnchor(
  change: AnchorChange,
  [move]: readonly AnchorMove[],
): Promise<AnchorMove[]> {
  const { statements, annotation, latest } = change;
  const replacement = (await readOpenAnchors(statements, annotation.id)).find(
    ({ id }) => id === move?.to.anchorId,
  );
  if (move === undefined || replacement === undefined) throw new Error('An event tells of no live anchor');
  const last = await readLastPosition(statements, move.from.anchorId);
  await statements.anchorPosition.update({
    where: { id: replacement.positionId },
    data: { lastRevision: latest.number - 1 },
    select: { id: true },
  });
  const replacedIn = last.lastRevision + 1;
  const standing =
    replacedIn === latest.number ? await reopen(change, last) : await carryOn(change, last, replacedIn);
  return [
    {
      from: recordOf(replacement.id, latest, replacement.standing),
      to: recordOf(move.from.anchorId, latest, standing),
    },
  ];
}

interface LastPosition extends AnchorToCarry {
  id: string;
  anchorId: string;
  /** The one before the revision in which the anchor was replaced. */
  lastRevision: number;
  homeText: string;
}

interface LastPositionRow extends StandingColumns {
  id: string;
  lastRevision: number;
  released: boolean;
  exact: string;
  homeStartUnitId: string;
  homeStartOffset: number;
  homeEndUnitId: string;
  homeEndOffset: number;
  homeText: string;
  startLineageId: string;
  endLineageId: string;
}

async function readLastPosition(statements: Client, anchorId: string): Promise<LastPosition> {
  const rows = await statements.$queryRaw<LastPositionRow[]>`
    SELECT p.id, p.last_revision AS "lastRevision", p.released, n.exact, p.status, p.score,
      p.start_unit_id AS "startUnitId", p.start_offset AS "startOffset",
      p.end_unit_id AS "endUnitId", p.end_offset AS "endOffset",
      h.start_unit_id AS "homeStartUnitId", h.start_offset AS "homeStartOffset",
      h.end_unit_id AS "homeEndUnitId", h.end_offset AS "homeEndOffset",
      u.text AS "homeText", u.lineage_id AS "startLineageId", v.lineage_id AS "endLineageId"
    FROM anchor n
      JOIN anchor_position p ON p.anchor_id = n.id
      JOIN revision m ON m.id = n.made_on_id
      JOIN anchor_position h ON h.anchor_id = n.id AND h.first_revision = m.number
      JOIN text_unit u ON u.id = h.start_unit_id
      JOIN text_unit v ON v.id = h.end_unit_id
    WHERE n.id = ${anchorId}::uuid ORDER BY p.first_revision DESC LIMIT 1`;
  const [row] = rows;
  if (row === undefined) throw new Error(`The anchor ${anchorId} has gone from the store`);
  const { id, lastRevision, released, exact, homeText, startLineageId, endLineageId } = row;
  const span = {
    startUnitId: row.homeStartUnitId,
    startOffset: row.homeStartOffset,
    endUnitId: row.homeEndUnitId,
    endOffset: row.homeEndOffset,
  };
  const home = { span, startLineageId, endLineageId };
  return { id, anchorId, lastRevision, released, exact, homeText, home, standing: standingOf(row) };
}

/** No revision has come since, so the position that was closed goes on. */
async function reopen({ statements }: AnchorChange, { id, standing }: LastPosition): Promise<Standing> {
  await statements.anchorPosition.update({
    where: { id },
    data: { lastRevision: null },
    select: { id: true },
  });
  return standing;
}

async function carryOn(change: AnchorChange, last: LastPosition, from: number): Promise<Standing> {
  const { statements, texts, latest, language } = change;
  const path = await readPath(change, from);
  const steps = new Steps(texts);
  steps.knowHome(last.home.span.startUnitId, last.homeText);
  const standing = steps.through(path, last, language).at(-1) ?? last.standing;
  const row = {
    ...positionRow(latest.documentId, last.anchorId, {
      firstRevision: latest.number,
      lastRevision: null,
      standing,
    }),
    released: last.released && standing === last.standing,
  };
  await statements.$executeRaw`
    INSERT INTO anchor_position (${positionColumns})
    SELECT ${positionColumns} FROM json_populate_recordset(NULL::anchor_position, ${JSON.stringify([row])}::json)`;
  return standing;
}

async function readPath({ statements, texts, latest }: AnchorChange, from: number): Promise<RevisionText[]> {
  const all = Array.from({ length: latest.number - from }, (_, index) => from + index);
  const numbers = all.length > STEP_LIMIT ? [from] : all;
  const { documentId } = latest;
  const rows = await findRevisions(
    statements,
    numbers.map((number) => ({ documentId, number })),
  );
  const ids = rows.flatMap((row) => row?.id ?? []);
  const loaded = await texts.load(statements, ids);
  return [...ids.flatMap((id) => loaded.get(id) ?? []), latest];
}
