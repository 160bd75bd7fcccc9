import type { Statements } from '../../store/store.ts';
import { readCandidates } from './candidates.ts';
import { readDictionary } from './dictionary.ts';
import { matchLimits } from './limits.ts';
import { indexQuery } from './query.ts';
import { readReference, type SoughtReference } from './reference.ts';
import type { MatchReason } from './score/evidence.ts';
import { byScore, scoreSource } from './score.ts';

export type { MatchReason } from './score/evidence.ts';
export type { MatchField } from './source-words.ts';

/** A source that a reference may mean. */
export interface SourceMatch {
  /** Of the source as which it is read: where it was merged, the one that it was merged into. */
  sourceId: string;
  /** 0 to 1: 1 where an identifier is the same, or where each has all that the other says. */
  score: number;
  /** What speaks for it, strongest first. */
  reasons: MatchReason[];
}

/**
 * Finds the sources that a reference may mean, best first, equals by their keys; none where nothing fits. Three statements,
 * whatever the reference and however many sources there are.
 * @param limit of the matches, up to `matchLimits.found`.
 * @throws InputInvalid for a reference that is too long.
 */
export async function matchSources(
  statements: Pick<Statements, '$queryRaw'>,
  text: string,
  limit: number = matchLimits.found,
): Promise<{ sought: SoughtReference; matches: SourceMatch[] }> {
  const sought = readReference(text);
  const dictionary = await readDictionary(statements, sought);
  const candidates = await readCandidates(statements, sought, indexQuery(sought, dictionary));
  const scored = candidates.flatMap((candidate) => {
    const match = scoreSource(sought, candidate, dictionary);
    return match === null ? [] : [{ candidate, ...match }];
  });
  const best = new Map<string, SourceMatch>();
  for (const { candidate, score, reasons } of scored.toSorted(byScore))
    if (!best.has(candidate.canonicalId))
      best.set(candidate.canonicalId, { sourceId: candidate.canonicalId, score, reasons });
  return { sought, matches: [...best.values()].slice(0, Math.min(limit, matchLimits.found)) };
}
