import { InputInvalid } from '../../../problem.ts';
import { type BibtexEntry, bibtexEntries } from '../library.ts';
import { fileLimits, tooLong } from '../limits.ts';
import { type BibtexPiece, bibtexPieces } from './pieces.ts';

/** An entry of a file, or why it is none. */
export type GivenEntry = { line: number; key: string | null } & (
  | { refused: string }
  | {
      type: string;
      fields: Map<string, string> /** Fields that name a string that is not there. */;
      undefinedStrings: string[];
    }
);

// Without the look-behind, a long word would be read from each of its letters.
const NAMED = /(?<![\w:+-])([a-z_][\w:+-]*)\s*=\s*([a-z_][\w:+-]*)/gi;
const USED = /[=#]\s*([a-z_][\w:+-]*)/gi;

/** The library would read these as numbers, and lose zeros and digits. */
const NUMBERS = /(=\s*)(0\d+|\d{16,})(?=\s*(?:,|$))/g;

/** The entries of a BibTeX file, values in LaTeX, with the strings put in that were defined before. */
export function readEntries(text: string): GivenEntry[] {
  const strings = new Map<string, string>();
  const entries: GivenEntry[] = [];
  for (const piece of bibtexPieces(text)) {
    if (piece.type === 'string') {
      const defined = piece.refused === null ? define(piece, strings) : null;
      if (defined === null)
        entries.push({
          line: piece.line,
          key: null,
          refused: 'The @string is not name = {text}; correct it.',
        });
      else strings.set(...defined);
    } else entries.push(readEntry(piece, strings));
  }
  return entries;
}

function define({ body }: BibtexPiece, strings: ReadonlyMap<string, string>): [string, string] | null {
  const entry = parse('misc', body, strings);
  const [name, value, ...others] = Object.entries(
    entry instanceof InputInvalid ? {} : entry.properties,
  ).flat();
  return name === undefined || value === undefined || others.length > 0 || tooLong(value)
    ? null
    : [name, value];
}

function readEntry(
  { line, type, body, refused }: BibtexPiece,
  strings: ReadonlyMap<string, string>,
): GivenEntry {
  const key = keyIn(body);
  if (refused !== null) return { line, key, refused };
  const content = key === null ? body.replace(/^\s*,/, '') : body.slice(body.indexOf(',') + 1 || body.length);
  const entry = parse(type, content, strings);
  if (entry instanceof InputInvalid) return { line, key, refused: entry.message };
  const fields = new Map(Object.entries(entry.properties));
  const long = [...fields].find(([, value]) => tooLong(value));
  if (long !== undefined)
    return { line, key, refused: `Its ${long[0]} is too long for a source; shorten it.` };
  const undefinedStrings = [...content.matchAll(NAMED)]
    .map(([, field = '']) => field.toLowerCase())
    .filter((field) => fields.get(field) === '');
  return { line, key, type, fields, undefinedStrings };
}

/** What stands before the first comma, unless that is a field already. */
function keyIn(body: string): string | null {
  const end = body.search(/[,=]/);
  if (body[end] === '=') return null;
  return (end === -1 ? body : body.slice(0, end)).trim() || null;
}

/** What an entry may have with all its values. */
const ENTRY_LIMIT = 20 * fileLimits.value;

function parse(
  type: string,
  content: string,
  strings: ReadonlyMap<string, string>,
): BibtexEntry | InputInvalid {
  if (content.length > ENTRY_LIMIT)
    return new InputInvalid('The entry is too long for a source; shorten it.');
  const used = new Set([...content.matchAll(USED)].map(([, name = '']) => name.toLowerCase()));
  const known = [...used].flatMap((name) => {
    const value = strings.get(name);
    return value === undefined ? [] : [`@string{${name} = {${value}}}`];
  });
  const rest = content.replace(NUMBERS, '$1{$2}').trimEnd();
  try {
    const entries = bibtexEntries(`${known.join('')}@${type}{x,${rest}\n}`);
    if (entries.length === 1 && entries[0] !== undefined) return entries[0];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return new InputInvalid(
    'The entry is not BibTeX; write each field as name = {value}, with a comma between two of them.',
  );
}
