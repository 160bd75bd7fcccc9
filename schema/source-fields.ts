import type { SourceDateField, SourceTextField } from '../src/citations/source.ts';

/** What each text field of a source is, but for the language and the address, which have scalars of their own. */
export const textDescriptions = {
  title: 'The title.',
  titleShort: 'A short form of the title.',
  container: 'The title of what it appeared in: a journal, a newspaper, an edited book.',
  containerShort: 'A short form of that, such as the abbreviation of a journal.',
  collection: 'The title of the series that it belongs to.',
  collectionNumber: 'Its number in the series.',
  publisher: 'Who published it.',
  publisherPlace: 'Where it was published.',
  edition: 'The edition.',
  volume: 'The volume.',
  issue: 'The issue.',
  pages: 'Its pages in what it appeared in, such as 12-15.',
  number: 'Its number: of a report, a patent, a standard.',
  numberOfPages: 'How many pages it has.',
  numberOfVolumes: 'How many volumes it has.',
  chapterNumber: 'The number of the chapter.',
  section: 'The section: of a newspaper, a law.',
  genre: 'What it is, more closely than its type: a PhD thesis, a pamphlet.',
  medium: 'What it is written or recorded on.',
  release: 'The version of software or of a dataset.',
  event: 'The name of the event: a conference, a congress.',
  eventPlace: 'Where the event took place.',
  authority: 'The body that issued it: a court, an agency.',
  archive: 'The archive that keeps it.',
  archiveLocation: 'Where in the archive.',
  callNumber: 'Its call number there.',
  originalTitle: 'The title of what it is a translation or another edition of.',
  abstract: 'A summary.',
  note: 'Anything else that is worth knowing.',
  doi: 'The DOI, in lower case and without a prefix: 10.2307/2499177. Any spelling is taken.',
  isbn: 'The ISBN, as the 13 digits of an ISBN-13. Any spelling is taken; its check digit must be right.',
  issn: 'The ISSN of what it appeared in, such as 0037-6779.',
  pmid: 'Its number in PubMed.',
  pmcid: 'Its number in PubMed Central.',
} as const satisfies Record<Exclude<SourceTextField, 'language' | 'url'>, string>;

export const dateDescriptions = {
  issued: 'When it was issued; an interval such as 1956/1958 is taken too.',
  accessed: 'When it was looked at.',
  eventDate: 'When the event took place.',
  originalDate: 'When what it is a translation or another edition of was issued.',
  submitted: 'When it was submitted.',
} as const satisfies Record<SourceDateField, string>;

export const LANGUAGE = 'The language that it is in.';
export const URL = 'Where it is on the web.';

/** The same for each field, under its name. */
export function eachField<Name extends string, Value>(
  descriptions: Readonly<Record<Name, string>>,
  make: (name: Name, description: string) => Value,
): Record<Name, Value> {
  const made: Partial<Record<Name, Value>> = {};
  for (const name in descriptions) made[name] = make(name, descriptions[name]);
  return made as Record<Name, Value>;
}
