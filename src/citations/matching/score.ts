import type { Candidate, Comparable, Dictionary } from './candidate.ts';
import type { SoughtReference } from './reference.ts';
import { scoreCoverage } from './score/coverage.ts';
import { scoreDates } from './score/dates.ts';
import { type Evidence, type MatchReason, outcome } from './score/evidence.ts';
import { identifierReasons } from './score/identifiers.ts';
import { scoreNumbers } from './score/numbers.ts';
import { scoreWords } from './score/words.ts';
import { partsOf } from './source-words.ts';
import { COVERAGE, ceilings, FLOOR, IDENTIFIED, NAMESAKE, ONLY_DATE } from './weights.ts';

/** How well a source fits a reference. */
export interface Scored {
  /** From 0 to 1, to four decimals. */
  score: number;
  /** What speaks for it, strongest first. */
  reasons: MatchReason[];
}

/**
 * How well a source fits a reference: the share of what the reference says that the source has, each word weighed by how
 * rare it is, and at last how much of the source the reference says. 1 where each has all of the other, or an
 * identifier is the same.
 * @returns null where more speaks against it than for it, or nothing but a date would speak for it though words are given.
 */
export function scoreSource(
  sought: SoughtReference,
  source: Comparable,
  dictionary: Dictionary,
): Scored | null {
  const parts = partsOf(source);
  const words = scoreWords(sought, parts, dictionary);
  const dates = scoreDates(sought, source);
  const numbers = scoreNumbers(sought, source);
  const all: Evidence[] = [words.evidence, dates, numbers];
  const { share, reasons } = outcome(all);
  const identified = identifierReasons(sought, source);
  // A key is all that is given, whatever its letters spell.
  const isWhole = !words.isAsked || identified.some(({ field }) => field === 'KEY');
  if (identified.length > 0)
    return {
      score: rounded(IDENTIFIED + (1 - IDENTIFIED) * (isWhole ? 1 : share)),
      reasons: [...identified, ...reasons],
    };
  if (!words.isFound) {
    const isOnlyDate = !words.isAsked && dates.reasons.length > 0;
    return isOnlyDate ? { score: rounded(ONLY_DATE * share), reasons } : null;
  }
  const coverage = scoreCoverage(source, parts, words.found, dates.reasons.length > 0);
  if (dates.conflict === 'YEAR' && !words.isTitled) return null;
  const most = Math.min(ceilings[dates.conflict], words.isNamesake ? NAMESAKE : 1);
  const fit = share * (1 - COVERAGE + COVERAGE * coverage);
  // What contradicts the reference keeps its order, under the most that it may have.
  const score = rounded(FLOOR + ((fit - FLOOR) * (most - FLOOR)) / (1 - FLOOR));
  return fit < FLOOR ? null : { score, reasons };
}

/** The order in which matches are answered. */
export function byScore(
  one: { score: number; candidate: Candidate },
  other: { score: number; candidate: Candidate },
): number {
  return other.score - one.score || (one.candidate.canonicalKey < other.candidate.canonicalKey ? -1 : 1);
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
