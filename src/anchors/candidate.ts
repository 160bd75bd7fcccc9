import type { TextRange } from '../text/range.ts';

/**
 * A place that might be meant. The score is 1 for the words verbatim; otherwise less, by how many characters differ:
 * case, accents, white space and the like take at most a twentieth of it.
 */
export interface Candidate {
  range: TextRange;
  score: number;
}

/** How many candidates an answer lists at most. */
export const CANDIDATE_LIMIT = 10;

/** The best of several candidates, best first, without those that overlap a better one. */
export function bestApart<Kind extends Candidate>(candidates: readonly Kind[], limit: number): Kind[] {
  const kept: Kind[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score || a.range.start - b.range.start)) {
    const { start, end } = candidate.range;
    if (kept.every(({ range }) => end <= range.start || start >= range.end)) kept.push(candidate);
    if (kept.length === limit) break;
  }
  return kept;
}
