import { isGraphemeBoundary } from '../../text/graphemes.ts';
import type { TextRange } from '../../text/range.ts';
import { tokensOf } from '../names/tokens.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { isPartOfCompound } from './compounds.ts';
import { type Ending, eachEnding } from './endings.ts';
import { isAfterGivenName } from './given-names.ts';
import type { Lexicon } from './lexicon.ts';
import { type Found, laminar } from './nesting.ts';
import { WordBoundaries } from './word-boundaries.ts';

export type { Candidate } from './candidates.ts';

/** A stretch of text where names of the registry stand, as UTF-16 offsets. */
export interface NamedStretch extends TextRange {
  /** The entities that it may refer to, each once. Stretches of the same words may share the array. */
  candidates: readonly Candidate[];
  /**
   * Whether it is but a part of a name: it begins or ends within a word, of a script without spaces or one that hyphens
   * join, or is a surname after the given name of somebody else.
   */
  isCut: boolean;
}

/**
 * Finds the names of a lexicon in a text, by where they start, the longer first. Of two that cross, the one with more
 * words is kept, then the earlier; one within another is kept unless both may be the same entity, or both are persons.
 * Takes time in proportion to the length of the text and to what is found, whatever the number of names.
 * @param language of the text, BCP 47: how words are told apart in a script without spaces.
 */
export function findNames(lexicon: Lexicon, text: string, language: string): NamedStretch[] {
  if (lexicon.size === 0) return [];
  const tokens = tokensOf(text);
  const { starts, ends } = tokens;
  const found: Found[] = [];
  // Equal words are the same names wherever they stand.
  const known = new Map<string, readonly Candidate[]>();
  eachEnding(lexicon, text, tokens, (last, length, endings: readonly Ending[]) => {
    const first = last - length + 1;
    const surface = text.slice(starts[first], ends[last]);
    let candidates = known.get(surface);
    if (candidates === undefined) {
      candidates = candidatesOf(lexicon, surface, endings);
      known.set(surface, candidates);
    }
    if (candidates.length > 0) found.push({ first, last, candidates });
  });
  const boundaries = new WordBoundaries(text, language);
  const stretches: NamedStretch[] = [];
  for (const { first, last, candidates } of laminar(found, starts.length)) {
    const start = starts[first] ?? 0;
    const end = ends[last] ?? text.length;
    if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) continue;
    const isCut =
      !(boundaries.isAt(start) && boundaries.isAt(end)) ||
      isPartOfCompound(text, { start, end }) ||
      (candidates.every(({ nameKind }) => nameKind === 'SURNAME') && isAfterGivenName(text, start, language));
    stretches.push({ start, end, candidates, isCut });
  }
  return stretches;
}
