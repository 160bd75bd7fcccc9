import { discover, type EntityCandidate } from '../../entities/discovery.ts';
import type { Lexicons } from '../../entities/lexicons.ts';
import { findNames } from '../../entities/linking/find-names.ts';
import type { Statements } from '../../store/store.ts';
import type { RevisionText } from '../../text/revision-text.ts';

/**
 * Names in a text that the registry lacks, those that come most often first: guesses, for people to look through.
 * @param language of the text, a BCP 47 tag; there are none in others than English.
 * @param limit how many at most.
 */
export async function discoverIn(
  statements: Statements,
  lexicons: Lexicons,
  revision: RevisionText,
  language: string,
  limit: number,
): Promise<EntityCandidate[]> {
  const lexicon = await lexicons.current(statements);
  const isKnown = (surface: string): boolean =>
    findNames(lexicon, surface, language).some(
      ({ start, end }) => start === 0 && end >= surface.trimEnd().length,
    );
  const texts = revision.units.map(({ text }) => text);
  return await discover(texts, language, isKnown, limit);
}
