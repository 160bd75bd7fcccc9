import type { MatchField } from '../source-words.ts';

/** Why a source was found. */
export interface MatchReason {
  field: MatchField;
  /** The words, the date or the number of the reference. */
  given: string;
  /** What the source has. */
  found: string;
  /** Whether they are the same but for case and accents. */
  exact: boolean;
}

/** A reason, and how much it says. */
export interface WeighedReason extends MatchReason {
  weight: number;
}

/** What some part of a reference says of a source. */
export interface Evidence {
  /** How much it could speak for the source, and how much it does, in the weights of `weights.ts`. */
  asked: number;
  found: number;
  reasons: WeighedReason[];
}

/** The share of all that was asked that was found, and the reasons, strongest first. */
export function outcome(evidence: readonly Evidence[]): { share: number; reasons: MatchReason[] } {
  let asked = 0;
  let found = 0;
  const reasons: WeighedReason[] = [];
  for (const one of evidence) {
    asked += one.asked;
    found += one.found;
    reasons.push(...one.reasons);
  }
  const sorted = reasons.toSorted((a, b) => b.weight - a.weight);
  return {
    share: asked === 0 ? 0 : Math.max(0, Math.min(1, found / asked)),
    reasons: sorted.map(({ field, given, found: has, exact }) => ({ field, given, found: has, exact })),
  };
}
