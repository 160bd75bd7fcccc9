import type { AnchorStatus } from '../store/generated/enums.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { CarriedAnchor } from './carry-anchors.ts';

/** How the anchors of annotations, mentions and citations in changed text fared, as far as the one who publishes may see them. */
export interface AnchorReport {
  counts: AnchorCounts;
  /** The same of mentions that were not rejected. */
  mentionCounts: AnchorCounts;
  /** The same of citations: of the places that cite, and of the words that are quoted. */
  citationCounts: AnchorCounts;
  /** Those of annotations that point at other words than they were made on, or at none, the least sure first; a bounded number. */
  doubtful: CarriedAnchor[];
  /** The revisions that they were carried between; null when there was nothing to carry. */
  between: { before: RevisionText; after: RevisionText } | null;
}

export type AnchorCounts = Record<AnchorStatus, number>;

/** How many doubtful anchors a report lists at most. */
export const DOUBTFUL_LIMIT = 1_000;

export function countByStatus(carried: readonly CarriedAnchor[]): AnchorCounts {
  const counts: AnchorCounts = { EXACT: 0, MOVED: 0, EDITED: 0, AMBIGUOUS: 0, ORPHANED: 0 };
  for (const { to } of carried) counts[to.status] += 1;
  return counts;
}

/** The report of a text that no anchor had to be carried into. */
export function nothingCarried(): AnchorReport {
  return {
    counts: countByStatus([]),
    mentionCounts: countByStatus([]),
    citationCounts: countByStatus([]),
    doubtful: [],
    between: null,
  };
}

export function reportOf(
  carried: readonly CarriedAnchor[],
  before: RevisionText,
  after: RevisionText,
): AnchorReport {
  const visible = carried.filter(({ anchor }) => anchor.visible);
  const seen = visible.filter(({ anchor }) => anchor.annotationId !== null);
  const mentions = visible.filter(({ anchor }) => anchor.mentionId !== null);
  const citations = visible.filter(({ anchor }) => anchor.citationId !== null);
  const doubtful = seen
    .filter(({ to }) => to.status !== 'EXACT' && to.status !== 'MOVED')
    .sort((a, b) => a.to.score - b.to.score || (a.anchor.id < b.anchor.id ? -1 : 1));
  return {
    counts: countByStatus(seen),
    mentionCounts: countByStatus(mentions),
    citationCounts: countByStatus(citations),
    doubtful: doubtful.slice(0, DOUBTFUL_LIMIT),
    between: { before, after },
  };
}
