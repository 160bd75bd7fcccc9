import { discover, type EntityCandidate } from '../../entities/discovery.ts';
import type { Lexicons } from '../../entities/lexicons.ts';
import { findNames } from '../../entities/linking/find-names.ts';
import type { Statements } from '../../store/store.ts';
import type { TextRange } from '../../text/range.ts';
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
  const known = revision.units.map(({ text }) => findNames(lexicon, text, language));
  const texts = revision.units.map(({ text }, unit) => withoutNames(text, known[unit] ?? []));
  const found = await discover(texts, language, isKnown, limit);
  return found.filter(({ examples }) =>
    examples.every(({ unit, start, end }) =>
      (known[unit] ?? []).every((name) => name.end <= start || end <= name.start),
    ),
  );
}

/** The text with what is known in small letters, so that nobody takes a part of it for a name. */
function withoutNames(text: string, known: readonly TextRange[]): string {
  let written = '';
  let from = 0;
  for (const { start, end } of known) {
    if (start < from) continue;
    const small = text.slice(start, end).toLowerCase();
    written += text.slice(from, start) + (small.length === end - start ? small : text.slice(start, end));
    from = end;
  }
  return written + text.slice(from);
}
