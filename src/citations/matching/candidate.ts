import type { SourceContent } from '../source.ts';

/** What is compared of a source with a reference; a source of an import can be compared as well as a stored one. */
export type Comparable = Pick<
  SourceContent,
  | 'title'
  | 'titleShort'
  | 'originalTitle'
  | 'container'
  | 'containerShort'
  | 'collection'
  | 'publisher'
  | 'publisherPlace'
  | 'authority'
  | 'genre'
  | 'edition'
  | 'event'
  | 'eventPlace'
  | 'archive'
  | 'archiveLocation'
  | 'medium'
  | 'note'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'issued'
  | 'originalDate'
  | 'doi'
  | 'isbn'
  | 'url'
  | 'creators'
> & { key: string };

/** A source that a reference may mean. */
export interface Candidate extends Comparable {
  /** Its own id. */
  id: string;
  /** The id and the key of the source as which it is read: its own unless it was merged. */
  canonicalId: string;
  canonicalKey: string;
}

/** What is known of the words of a reference before sources are compared with it. */
export interface Dictionary {
  /** How many sources have a word, counted up to `matchLimits.counted`. */
  frequencyOf(word: string): number;
  /** The words of sources that differ from a word in a few letters, each with the number of these. */
  likeOf(word: string): ReadonlyMap<string, number>;
}
