import type { SourceType } from '../../../store/generated/enums.ts';
import { dateInWords } from '../../csl/date-in-words.ts';
import { cslTypes } from '../../csl/terms.ts';
import { type SourcePart, sourceParts, typesByCsl } from '../../csl/variables.ts';
import type { SourceContent } from '../../source.ts';
import { SourceDraft } from '../read-fields.ts';
import { readIssued } from './dates.ts';
import { decodeLatex, decodeVerbatim } from './latex.ts';
import { readName, splitNames } from './names.ts';
import { bibtex, EDITORS } from './vocabulary.ts';

/** What is read together with another field. */
const ASIDE = new Set([
  'month',
  'day',
  'subtitle',
  'booksubtitle',
  'journalsubtitle',
  'mainsubtitle',
  'entrysubtype',
]);
/** What comes before other fields that mean the same. */
const FIRST = [
  'date',
  'title',
  'maintitle',
  'journaltitle',
  'publisher',
  'location',
  'language',
  'note',
  'eprinttype',
];
const SUBTITLES = new Map(
  Object.entries({
    title: 'subtitle',
    booktitle: 'booksubtitle',
    journaltitle: 'journalsubtitle',
    journal: 'journalsubtitle',
    maintitle: 'mainsubtitle',
  }),
);
const VERBATIM = new Set(['url', 'doi']);

/** What keys of BibLaTeX stand for, and types of BibTeX say by themselves. */
const GENRES = new Map(
  Object.entries({
    bathesis: "Bachelor's thesis",
    mathesis: "Master's thesis",
    mastersthesis: "Master's thesis",
    phdthesis: 'PhD thesis',
    candthesis: 'Candidate thesis',
    techreport: 'Technical report',
    resreport: 'Research report',
  }),
);

export function readFields(
  type: string,
  fields: ReadonlyMap<string, string>,
  undefinedStrings: readonly string[],
): { content: SourceContent; dropped: string[] } | { refused: string } {
  const subtype = fields.get('entrysubtype');
  const known = typeOf(type, subtype);
  const draft = new SourceDraft(known, `@${type}`);
  for (const field of undefinedStrings) draft.drop(field);
  const names = [
    ...FIRST.filter((name) => fields.has(name)),
    ...[...fields.keys()].filter((name) => !FIRST.includes(name)),
  ];
  for (const name of names) {
    const value = fields.get(name)?.trim() ?? '';
    if (value === '' || (ASIDE.has(name) && (name !== 'entrysubtype' || isType(known, subtype)))) continue;
    try {
      readField(draft, { type, fields, name, value });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return { refused: `Its ${name} is not LaTeX; see that braces and dollar signs come in pairs.` };
    }
  }
  if (draft.content.genre === null) draft.content.genre = GENRES.get(type) ?? null;
  return draft.finish();
}

interface Field {
  type: string;
  fields: ReadonlyMap<string, string>;
  name: string;
  value: string;
}

function readField(draft: SourceDraft, field: Field): void {
  const { fields, name, value } = field;
  const [, typeField] = EDITORS.find((pair) => pair.some((one) => one === name)) ?? [];
  if (name === typeField && fields.has(name.slice(0, -'type'.length))) return;
  const part = partOf(field);
  if (part === null) draft.drop(name);
  else if (part.kind === 'names')
    draft.names(
      name,
      splitNames(value).map((one) => readName(part.role, one)),
    );
  else if (part.kind === 'date') draft.date(name, part, readDate(draft, field));
  else draft.text(name, part, textOf(field, part));
}

function partOf({ type, fields, name, value }: Field): SourcePart | null {
  const [, typeField] = EDITORS.find(([editors]) => editors === name) ?? [];
  if (typeField !== undefined || name === 'editor') {
    const role = decodeLatex(fields.get(typeField ?? 'editortype') ?? 'editor');
    const part = sourceParts.get(role);
    return part?.kind === 'names' ? part : null;
  }
  if (name === 'editortype') return { kind: 'text', field: 'note' };
  if (name === 'howpublished' && /^(?:\\url\s*\{)?https?:/.test(value)) return { kind: 'text', field: 'url' };
  if (isPubmed(fields)) {
    if (name === 'eprint') return { kind: 'text', field: 'pmid' };
    if (/^(?:eprinttype|archiveprefix)$/.test(name)) return null;
  }
  return bibtex.meaning(type, name);
}

function isPubmed(fields: ReadonlyMap<string, string>): boolean {
  return /^pubmed$/i.test(fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '');
}

function readDate(draft: SourceDraft, { fields, name, value }: Field): string | null {
  // In a date a tilde says that it is approximate.
  const edtf = dateInWords(value.replace(/[{}]/g, ''));
  const text = decodeLatex(value);
  if (name !== 'year') return edtf ?? dateInWords(text);
  const [month, day] = ['month', 'day'].map((one) => decodeLatex(fields.get(one) ?? '') || null);
  const { date, whole } = readIssued(text, month ?? null, day ?? null);
  if (!whole) draft.drop('month');
  return date;
}

function textOf({ fields, name, value }: Field, part: SourcePart & { kind: 'text' }): string {
  if (VERBATIM.has(part.field)) return decodeVerbatim(value);
  const text = decodeLatex(value);
  if (part.field === 'pages') return withHyphens(text);
  if (part.field === 'genre') return GENRES.get(text) ?? text;
  const subtitle = fields.get(SUBTITLES.get(name) ?? '');
  return subtitle === undefined ? text : `${text}: ${decodeLatex(subtitle)}`;
}

function withHyphens(pages: string): string {
  const ends = pages.split(/[–—]/);
  return ends.map((end) => end.trim()).join('-');
}

/** What the subtype of an entry says more about its type. */
function typeOf(type: string, subtype: string | undefined): SourceType | null {
  const word = subtype === undefined ? '' : decodeLatex(subtype).toLowerCase();
  const finer = typesByCsl.get(
    type === 'article' && /^(?:magazine|newspaper)$/.test(word) ? `article-${word}` : word,
  );
  if (finer !== undefined && bibtex.recordTypeOf(finer).recordType === type) return finer;
  const known = bibtex.typeOf(type);
  // What the library does not know, it takes for a document.
  return known === 'DOCUMENT' && type !== 'misc' ? null : known;
}

function isType(type: SourceType | null, subtype: string | undefined): boolean {
  const word = decodeLatex(subtype ?? '').toLowerCase();
  return type !== null && (cslTypes[type] === word || cslTypes[type] === `article-${word}`);
}
