import type { Comparable } from '../candidate.ts';
import type { SourcePart } from '../source-words.ts';
import { isTelling } from '../words.ts';

/** How many creators a reference is expected to name. */
const NAMED = 3;

/**
 * How much of a source a reference says, from 0 to 1: of its creators, its title, what it appeared in and its date, those
 * that it has. So "Getty 1985" is rather a source of which no more is known than one with a title that is not given.
 */
export function scoreCoverage(
  source: Comparable,
  parts: readonly SourcePart[],
  found: ReadonlySet<string>,
  isDateFound: boolean,
): number {
  const main = parts.filter(
    ({ isAside, field, text }) => !isAside && (field !== 'TITLE' || text === source.title),
  );
  const creators = main.filter(({ creator }) => creator !== null).slice(0, NAMED);
  const others = main.filter(
    ({ creator, text }) => creator === null && (text === source.title || text === source.container),
  );
  const shares = [...creators, ...others].map(({ words }) => shareOf(words, found));
  if (source.issued !== null) shares.push(isDateFound ? 1 : 0);
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function shareOf(words: ReadonlySet<string>, found: ReadonlySet<string>): number {
  const telling = [...words].filter(isTelling);
  const counted = telling.length > 0 ? telling : [...words];
  return counted.filter((word) => found.has(word)).length / counted.length;
}
