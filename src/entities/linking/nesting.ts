import type { Candidate } from './candidates.ts';

/** Names that stand on the words from one token to another, that one included. */
export interface Found {
  first: number;
  last: number;
  candidates: readonly Candidate[];
}

/**
 * Stretches none of which crosses another, by their starts, the longer first. Of two that cross, the one with more
 * tokens is kept, then the earlier. One within another is dropped where it may be the other's too, or is a person's within a
 * person's name: "Stalin" in "Joseph Stalin" is he, and neither his daughter nor the tank called so.
 * Takes time in proportion to the tokens of all that was found.
 * @param found in any order, no two on the same tokens
 */
export function laminar(found: readonly Found[], tokenCount: number): Found[] {
  return withoutRepeats(withoutCrossing(found, tokenCount));
}

function withoutCrossing(found: readonly Found[], tokenCount: number): Found[] {
  const buckets: Found[][] = [];
  for (const one of found) {
    const length = one.last - one.first;
    const bucket = buckets[length];
    if (bucket === undefined) buckets[length] = [one];
    else bucket.push(one);
  }
  const starts = new Uint8Array(tokenCount);
  const ends = new Uint8Array(tokenCount);
  const kept: Found[] = [];
  for (const bucket of buckets.reverse()) {
    for (const one of bucket?.sort((a, b) => a.first - b.first) ?? []) {
      if (isCrossed(one, starts, ends)) continue;
      starts[one.first] = 1;
      ends[one.last] = 1;
      kept.push(one);
    }
  }
  return kept.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** Whether one of those kept, none of them shorter, begins or ends within. */
function isCrossed({ first, last }: Found, starts: Uint8Array, ends: Uint8Array): boolean {
  for (let token = first; token < last; token += 1) {
    if (ends[token] === 1 || starts[token + 1] === 1) return true;
  }
  return false;
}

function withoutRepeats(found: readonly Found[]): Found[] {
  const left: Found[] = [];
  const around: Found[] = [];
  const known = new Map<readonly Candidate[], Map<readonly Candidate[], readonly Candidate[]>>();
  for (const one of found) {
    while ((around.at(-1)?.last ?? Number.POSITIVE_INFINITY) < one.first) around.pop();
    let { candidates } = one;
    for (const outer of around) {
      const own = known.get(outer.candidates) ?? new Map<readonly Candidate[], readonly Candidate[]>();
      known.set(outer.candidates, own);
      const fewer = own.get(candidates) ?? without(candidates, outer.candidates);
      own.set(candidates, fewer);
      candidates = fewer;
    }
    around.push(one);
    if (candidates.length > 0) left.push({ ...one, candidates });
  }
  return left;
}

function without(inner: readonly Candidate[], outer: readonly Candidate[]): readonly Candidate[] {
  const ids = new Set(outer.map(({ entityId }) => entityId));
  const hasPerson = outer.some(({ kind }) => kind === 'PERSON');
  const isPartOfIt = inner.some(
    ({ entityId, kind }) => ids.has(entityId) || (hasPerson && kind === 'PERSON'),
  );
  return isPartOfIt ? [] : inner;
}
