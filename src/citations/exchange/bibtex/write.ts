import { cslRoles, cslTypes } from '../../csl/terms.ts';
import type { SourcePart } from '../../csl/variables.ts';
import type { KeyedSource, SourceContent } from '../../source.ts';
import { encodeLatex, encodeVerbatim } from './latex.ts';
import { writeName } from './names.ts';
import { bibtex, EDITORS } from './vocabulary.ts';

/** A source as an entry of BibLaTeX, with a line feed at its end. Letters of all scripts stay as they are (UTF-8). */
export function writeBibtex({ key, content }: KeyedSource): string {
  const { recordType, exact } = bibtex.recordTypeOf(content.type);
  const fields = bibtex.fieldsOf(recordType);
  const lines = [
    ...(exact ? [] : [['entrysubtype', cslTypes[content.type]]]),
    ...[...fields].flatMap(([field, part]) => fieldOf(field, part, content)),
    ...otherEditors(
      content,
      new Set([...fields.values()].map((part) => (part.kind === 'names' ? part.role : ''))),
    ),
  ];
  return `@${recordType}{${key},\n${lines.map(([field, value]) => `  ${field} = {${value}},\n`).join('')}}\n`;
}

/** Titles, of which some styles would change the capitals. */
const TITLES = new Set(['title', 'titleShort', 'container', 'originalTitle', 'event', 'collection']);
/** Fields in which BibLaTeX splits at `and`. */
const LISTS = new Set(['publisher', 'organization', 'institution', 'location', 'language']);

function fieldOf(field: string, part: SourcePart, content: SourceContent): string[][] {
  if (part.kind === 'names') {
    const names = content.creators.filter(({ role }) => role === part.role);
    return names.length === 0 ? [] : [[field, names.map(writeName).join(' and ')]];
  }
  const value = content[part.field];
  if (value === null) return [];
  return [[field, part.kind === 'date' ? value : latexOf(field, part.field, value)]];
}

function latexOf(field: string, name: string, value: string): string {
  if (name === 'url' || name === 'doi') return encodeVerbatim(value);
  const latex = encodeLatex(value);
  if (name === 'pages') return latex.replace(/(?<=\d)-(?=\d)/g, '--');
  const isProtected = TITLES.has(name) ? /\p{Lu}/u.test(value) : LISTS.has(field) && / and /i.test(value);
  return isProtected ? `{${latex}}` : latex;
}

/** Roles that have no field of their own, the first three of them that there are. */
function otherEditors({ creators }: SourceContent, known: ReadonlySet<string>): string[][] {
  const roles = [...new Set(creators.map(({ role }) => role))].filter((role) => !known.has(role));
  return EDITORS.flatMap(([field, typeField], at) => {
    const role = roles[at];
    if (role === undefined) return [];
    const names = creators.filter((creator) => creator.role === role).map(writeName);
    return [
      [field, names.join(' and ')],
      [typeField, cslRoles[role]],
    ];
  });
}
