/** What an entry has of its own. The identifiers of a book are those of no chapter in it. */
const OWN = new Set([
  ...[
    'crossref',
    'xref',
    'xdata',
    'ids',
    'entryset',
    'entrysubtype',
    'execute',
    'label',
    'options',
    'presort',
    'related',
  ],
  ...[
    'shorthand',
    'shorttitle',
    'sortkey',
    'sorttitle',
    'indextitle',
    'title',
    'subtitle',
    'titleaddon',
    'pages',
  ],
  ...[
    'doi',
    'url',
    'urldate',
    'pmid',
    'pmcid',
    'eprint',
    'eprinttype',
    'abstract',
    'note',
    'keywords',
    'file',
  ],
]);

const DEEPEST = 5;

interface Entry {
  type: string;
  fields: Map<string, string>;
}

/**
 * The fields of an entry with those that it has from the entry that its `crossref` names: the title of a book is the book title
 * of a chapter in it, that of a periodical the journal title (the manual of BibLaTeX, appendix B).
 */
export function inherited(entry: Entry, entries: ReadonlyMap<string, Entry>, depth = 0): Map<string, string> {
  const parent = entries.get(entry.fields.get('crossref')?.trim() ?? '');
  if (parent === undefined || parent === entry || depth === DEEPEST) return entry.fields;
  const fields = new Map(entry.fields);
  fields.delete('crossref');
  const add = (field: string, value: string | undefined): void => {
    if (value !== undefined && !fields.has(field)) fields.set(field, value);
  };
  const given = inherited(parent, entries, depth + 1);
  for (const [field, value] of given) if (!OWN.has(field)) add(field, value);
  const isPeriodical = parent.type === 'periodical';
  add(isPeriodical ? 'journaltitle' : 'booktitle', given.get('title'));
  add(isPeriodical ? 'journalsubtitle' : 'booksubtitle', given.get('subtitle'));
  if (/book$/.test(entry.type) && /book$/.test(parent.type)) add('bookauthor', given.get('author'));
  return fields;
}
