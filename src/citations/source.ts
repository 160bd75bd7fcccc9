import type { CreatorRole, SourceType } from '../store/generated/enums.ts';

/** The text fields of a source, each with its variable of CSL 1.0.2. */
export const textVariables = {
  title: 'title',
  titleShort: 'title-short',
  container: 'container-title',
  containerShort: 'container-title-short',
  collection: 'collection-title',
  collectionNumber: 'collection-number',
  publisher: 'publisher',
  publisherPlace: 'publisher-place',
  edition: 'edition',
  volume: 'volume',
  issue: 'issue',
  pages: 'page',
  number: 'number',
  numberOfPages: 'number-of-pages',
  numberOfVolumes: 'number-of-volumes',
  chapterNumber: 'chapter-number',
  section: 'section',
  genre: 'genre',
  medium: 'medium',
  release: 'version',
  event: 'event-title',
  eventPlace: 'event-place',
  authority: 'authority',
  archive: 'archive',
  archiveLocation: 'archive_location',
  callNumber: 'call-number',
  originalTitle: 'original-title',
  language: 'language',
  abstract: 'abstract',
  note: 'note',
  doi: 'DOI',
  isbn: 'ISBN',
  issn: 'ISSN',
  pmid: 'PMID',
  pmcid: 'PMCID',
  url: 'URL',
} as const;

/** The date fields of a source, each with its variable of CSL 1.0.2. */
export const dateVariables = {
  issued: 'issued',
  accessed: 'accessed',
  eventDate: 'event-date',
  originalDate: 'original-date',
  submitted: 'submitted',
} as const;

export type SourceTextField = keyof typeof textVariables;
export type SourceDateField = keyof typeof dateVariables;

/** A person or a body that had a part in a source: `literal` alone, or a family name with what else is known. */
export interface SourceCreator {
  role: CreatorRole;
  family: string | null;
  given: string | null;
  /** Dropped where the family name stands alone: the `de` of Alfred de Musset. */
  droppingParticle: string | null;
  /** Kept there: the `van` of Vincent van Gogh. */
  nonDroppingParticle: string | null;
  suffix: string | null;
  /** The whole name of a body, or of whom has no name in parts. */
  literal: string | null;
}

/**
 * What is known of a source. Texts are plain: what looks like HTML in them is text. Dates are EDTF, and may be intervals
 * such as 1956/1958. What is not known is null, and never guessed.
 */
export type SourceContent = { type: SourceType; creators: SourceCreator[] } & Record<
  SourceTextField | SourceDateField,
  string | null
>;

/** A source with the key by which texts and programs cite it. */
export interface KeyedSource {
  key: string;
  content: SourceContent;
}

const names = [...Object.keys(textVariables), ...Object.keys(dateVariables)];

const nothing: Record<string, null> = Object.fromEntries(names.map((name) => [name, null]));

/** A source of a type of which nothing else is known. */
export function emptyContent(type: SourceType): SourceContent {
  return { ...(nothing as Record<SourceTextField | SourceDateField, null>), type, creators: [] };
}
