import { longestCommonSubsequence } from '../text/common-subsequence.ts';
import type { RevisionBlock, RevisionText, RevisionUnit } from '../text/revision-text.ts';

export type BlockChangeKind = 'ADDED' | 'REMOVED' | 'EDITED' | 'MOVED';

/** A block with words of its own that differs between two revisions; null on the side where there is none. */
export interface BlockChange {
  kind: BlockChangeKind;
  before: RevisionBlock | null;
  after: RevisionBlock | null;
}

/**
 * The blocks with words of their own that differ between two revisions of a document, however far apart. A block continues
 * the one whose unit of text is of the same lineage. Those of `after` come in their order, removed ones after the one
 * that they followed. Takes time in proportion to the number of units, n log n.
 */
export function changesBetween(before: RevisionText, after: RevisionText): BlockChange[] {
  const inOrder = lineagesInOrder(before, after);
  const removed = removedAfter(before, after, inOrder);
  const changes: BlockChange[] = [...(removed.get(null) ?? [])];
  for (const unit of after.units) {
    const origin = before.unitByLineage(unit.lineageId);
    const kind = kindOf(origin, unit, inOrder);
    if (kind !== null) changes.push({ kind, before: origin?.block ?? null, after: unit.block });
    if (inOrder.has(unit.lineageId)) changes.push(...(removed.get(unit.lineageId) ?? []));
  }
  return changes;
}

function kindOf(
  origin: RevisionUnit | undefined,
  unit: RevisionUnit,
  inOrder: ReadonlySet<string>,
): BlockChangeKind | null {
  if (origin === undefined) return 'ADDED';
  const [old, other] = [origin.block, unit.block];
  if (origin.text !== unit.text || old.kind !== other.kind || old.level !== other.level) return 'EDITED';
  return inOrder.has(unit.lineageId) ? null : 'MOVED';
}

/** As many as possible of the lineages that both have, such that they are in the same order in both. */
function lineagesInOrder(before: RevisionText, after: RevisionText): Set<string> {
  const [old, other] = [before, after].map(({ units }) => units.map(({ lineageId }) => lineageId));
  const pairs = longestCommonSubsequence(old ?? [], other ?? []);
  return new Set(pairs.flatMap(([index]) => before.units[index]?.lineageId ?? []));
}

/** What is gone, by the lineage of the last unit before it that kept its order; null for what stood before all of those. */
function removedAfter(
  before: RevisionText,
  after: RevisionText,
  inOrder: ReadonlySet<string>,
): Map<string | null, BlockChange[]> {
  const removed = new Map<string | null, BlockChange[]>();
  let last: string | null = null;
  for (const { lineageId, block } of before.units) {
    if (inOrder.has(lineageId)) last = lineageId;
    if (after.unitByLineage(lineageId) !== undefined) continue;
    const change: BlockChange = { kind: 'REMOVED', before: block, after: null };
    const others = removed.get(last);
    if (others === undefined) removed.set(last, [change]);
    else others.push(change);
  }
  return removed;
}
