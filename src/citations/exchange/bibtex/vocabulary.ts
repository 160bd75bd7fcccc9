import { bibtexItem, bibtexTypeOf } from '../library.ts';
import { createVocabulary } from '../vocabulary.ts';

/** The fields of BibLaTeX that are written, in the order in which they stand in an entry. */
const FIELDS = [
  ...['author', 'editor', 'translator', 'bookauthor', 'title', 'shorttitle', 'origtitle'],
  ...['journaltitle', 'booktitle', 'shortjournal', 'eventtitle', 'venue', 'eventdate', 'date', 'origdate'],
  ...[
    'volume',
    'number',
    'issue',
    'eid',
    'volumes',
    'series',
    'chapter',
    'pages',
    'pagetotal',
    'edition',
    'version',
  ],
  ...[
    'publisher',
    'organization',
    'institution',
    'location',
    'type',
    'language',
    'doi',
    'isbn',
    'issn',
    'pmid',
    'pmcid',
  ],
  ...['url', 'urldate', 'library', 'eprinttype', 'eprint', 'abstract', 'note'],
];

/** Who brought it out, as BibLaTeX calls that in entries of a type. */
const PUBLISHERS: Readonly<Record<string, string>> = {
  inproceedings: 'organization',
  online: 'organization',
  report: 'institution',
  thesis: 'institution',
};

/** Types of entries that the library never writes, but reads as a type of source that it writes as another. */
const TYPES = ['image', 'audio', 'inreference', 'legal'];

/** What fields mean in entries of all types (the manual of BibLaTeX, 2.2) where the library knows nothing else. */
const OTHERS = {
  address: 'publisher-place',
  eprint: 'archive_location',
  eprinttype: 'archive',
  archiveprefix: 'archive',
  issue: 'issue',
  number: 'number',
  pmcid: 'PMCID',
  pmid: 'PMID',
  publisher: 'publisher',
  shortjournal: 'container-title-short',
  type: 'genre',
};

export const bibtex = createVocabulary({
  types: TYPES,
  fieldsOf: (type) => FIELDS.map((field) => (field === 'publisher' ? (PUBLISHERS[type] ?? field) : field)),
  others: OTHERS,
  read: (type, field, value) =>
    bibtexItem({ type, label: 'x', properties: field === null ? {} : { [field]: value } }),
  written: bibtexTypeOf,
});

/** The fields for editors of other sorts, each with the field that says of which (the manual of BibLaTeX, 2.3.6). */
export const EDITORS = [
  ['editora', 'editoratype'],
  ['editorb', 'editorbtype'],
  ['editorc', 'editorctype'],
] as const;
