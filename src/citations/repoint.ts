import type { Selector } from '../annotations/input.ts';
import { madeAt } from '../annotations/new-anchor.ts';
import { type OpenAnchor, readOpenAnchorsOfCitation } from '../annotations/open-anchors.ts';
import { closePosition, makeAnchor, resolveInLatest } from '../annotations/replace-anchor.ts';
import { recordOf } from '../documents/anchor-moves.ts';
import { latestRevisionOf } from '../documents/latest-revision.ts';
import { lockDocument } from '../documents/lock.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { sameSpan } from '../documents/standing.ts';
import type { Client } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { CITING, type Citation, QUOTED } from './citation.ts';
import type { CitationAnchorMove } from './history.ts';

/** Where a citation is to point from the latest revision on; what is left out stays. */
export interface Repointing {
  target?: Selector;
  quoted?: Selector | null;
}

/**
 * Makes a citation that is locked point at other words of its document's latest revision, and locks that against new
 * revisions.
 * @returns what became of its anchors; none where it points there already.
 */
export async function repoint(
  statements: Client,
  texts: RevisionTexts,
  { id: citationId, documentId }: Citation,
  { target, quoted }: Repointing,
): Promise<CitationAnchorMove[]> {
  if (target === undefined && quoted === undefined) return [];
  const document = await lockDocument(statements, { id: documentId }, 'to-point');
  if (document === null) throw new Error(`The document of citation ${citationId} has gone from the store`);
  const { id: latestId } = await latestRevisionOf(statements, document);
  const latest = (await texts.load(statements, [latestId])).get(latestId);
  if (latest === undefined) throw new Error(`Revision ${latestId} has gone from the store`);
  const anchors = await readOpenAnchorsOfCitation(statements, citationId);
  const change = { statements, citationId, latest, language: document.language };
  const moves: (CitationAnchorMove | null)[] = [];
  for (const [ordinal, selector] of [
    [CITING, target],
    [QUOTED, quoted],
  ] as const) {
    const anchor = anchors.find((one) => one.ordinal === ordinal);
    if (selector === null) moves.push(await takeAway(change, anchor));
    else if (selector !== undefined) moves.push(await give(change, ordinal, anchor, selector));
  }
  return moves.filter((move) => move !== null);
}

interface Change {
  statements: Client;
  citationId: string;
  latest: RevisionText;
  /** The language of the document, a BCP 47 tag. */
  language: string;
}

async function takeAway(
  { statements, latest }: Change,
  anchor: OpenAnchor | undefined,
): Promise<CitationAnchorMove | null> {
  if (anchor === undefined) return null;
  await closePosition(statements, anchor.positionId, latest);
  return { from: recordOf(anchor.id, latest, anchor.standing), to: null };
}

async function give(
  change: Change,
  ordinal: number,
  anchor: OpenAnchor | undefined,
  selector: Selector,
): Promise<CitationAnchorMove | null> {
  const { statements, citationId, latest, language } = change;
  const target = resolveInLatest(latest, selector, language);
  if (anchor?.standing.status === 'EXACT' && sameSpan(anchor.standing.span, target.span)) return null;
  const before = await takeAway(change, anchor);
  const madeId = await makeAnchor(statements, { citationId }, ordinal, latest, target);
  return { from: before?.from ?? null, to: recordOf(madeId, latest, madeAt(target).standing) };
}
