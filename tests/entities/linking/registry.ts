import type { EntityName } from '../../../src/entities/entity.ts';
import { findNames } from '../../../src/entities/linking/find-names.ts';
import { Lexicon, type LexiconEntry } from '../../../src/entities/linking/lexicon.ts';
import type { EntityKind, NameKind } from '../../../src/store/generated/enums.ts';

/** An entity whose id is its first name, whose names are variants where they do not begin with a kind: "SURNAME Stalin". */
export function entity(kind: EntityKind, ...names: string[]): LexiconEntry {
  const read = names.map((name, index): EntityName => {
    const [, given, text] = /^(?:(SURNAME|ABBREVIATION|FORMER|VARIANT) )?(.*)$/s.exec(name) ?? [];
    return {
      text: text ?? '',
      language: null,
      kind: (given as NameKind | undefined) ?? (index === 0 ? 'PREFERRED' : 'VARIANT'),
    };
  });
  return { entityId: read[0]?.text ?? '', kind, names: read };
}

/** What is found, as "the words in the text: one entity, another entity". */
export function found(entries: Iterable<LexiconEntry> | Lexicon, text: string, language = 'en'): string[] {
  const lexicon = entries instanceof Lexicon ? entries : Lexicon.from(entries);
  return findNames(lexicon, text, language).map(
    ({ start, end, candidates }) =>
      `${text.slice(start, end)}: ${candidates.map(({ entityId }) => entityId).join(', ')}`,
  );
}

export const stalin = entity('PERSON', 'Joseph Stalin', 'SURNAME Stalin', 'SURNAME Сталин', '斯大林');
export const lenin = entity('PERSON', 'Vladimir Lenin', 'SURNAME Lenin', '列宁', 'レーニン');
export const khrushchev = entity('PERSON', 'Nikita Khrushchev', 'SURNAME Khrushchev', 'SURNAME Хрущёв');
export const testament = entity('WORK', "Lenin's Testament");
export const thaw = entity('EVENT', 'Khrushchev Thaw');
