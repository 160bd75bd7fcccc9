import type { TextRange } from '../text/range.ts';

/** A place that might be meant; 1 is the words verbatim, less is how much of them stands there. */
export interface Candidate {
  range: TextRange;
  score: number;
}

/** How many candidates an answer lists at most. */
export const CANDIDATE_LIMIT = 10;
