import type { SourceCreator } from '../source.ts';
import type { Comparable } from './candidate.ts';
import { familyName } from './terms.ts';
import { foldedWords } from './words.ts';

/** The fields of a source that a reason names. */
export type MatchField =
  | 'DOI'
  | 'ISBN'
  | 'URL'
  | 'KEY'
  | 'CREATOR'
  | 'ISSUED'
  | 'TITLE'
  | 'CONTAINER'
  | 'PUBLISHER'
  | 'PAGES';

/** A part of a source whose words a reference may have. */
export interface SourcePart {
  /** Null for what explains words of a reference and is no reason by itself, such as a place or a genre. */
  field: MatchField | null;
  /** As the source has it. */
  text: string;
  /** Folded. */
  words: ReadonlySet<string>;
  /** Where it is a creator. */
  creator: SourceCreator | null;
  /** Whether its words are only beside what tells a source. */
  isAside: boolean;
}

/** The parts of a source in the order in which they speak for it: a word of two of them is a word of the first. */
export function partsOf(source: Comparable): SourcePart[] {
  const creators = source.creators.map((creator) => ({
    ...part('CREATOR', nameOf(creator), false),
    creator,
    words: new Set(foldedWords(familyName(creator))),
  }));
  const texts = [
    part('TITLE', source.title, false),
    part('CONTAINER', source.container, false),
    part('TITLE', source.titleShort, false),
    part('TITLE', source.originalTitle, false),
    part('CONTAINER', source.containerShort, false),
    part('PUBLISHER', source.publisher, true),
    ...[
      source.publisherPlace,
      source.collection,
      source.authority,
      source.genre,
      source.edition,
      source.event,
      source.eventPlace,
      source.archive,
      source.archiveLocation,
      source.medium,
      source.note,
    ].map((text) => part(null, text, true)),
  ];
  const given = source.creators.map((creator) => ({
    ...part('CREATOR', nameOf(creator), true),
    creator,
    words: new Set(foldedWords(creator.given ?? '')),
  }));
  return [...creators, ...texts, ...given].filter(({ words }) => words.size > 0);
}

/** A name as lists have it: "Getty, J. Arch". */
function nameOf(creator: SourceCreator): string {
  const { literal, given } = creator;
  const family = familyName(creator);
  return literal !== null || given === null || given === family ? family : `${family}, ${given}`;
}

function part(field: MatchField | null, text: string | null, isAside: boolean): SourcePart {
  return { field, text: text ?? '', words: new Set(foldedWords(text ?? '')), creator: null, isAside };
}
