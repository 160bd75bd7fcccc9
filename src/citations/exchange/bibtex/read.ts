import { InputInvalid } from '../../../problem.ts';
import type { ReadSource } from '../../sources/import.ts';
import { checkRecords } from '../limits.ts';
import { type GivenEntry, readEntries } from './entries.ts';
import { inherited } from './inherit.ts';
import { readFields } from './read-fields.ts';

/**
 * The sources of a BibTeX or BibLaTeX file.
 * @throws InputInvalid where it is none.
 */
export function readBibtex(text: string): ReadSource[] {
  const entries = readEntries(text);
  if (entries.length === 0 && isOtherText(text))
    throw new InputInvalid('The file is not BibTeX; its entries begin with a line such as "@book{key,".');
  const byKey = new Map(
    entries.flatMap((entry) => ('fields' in entry && entry.key !== null ? [[entry.key, entry]] : [])),
  );
  return checkRecords(entries).map((entry) => readEntry(entry, byKey));
}

type WholeEntry = Extract<GivenEntry, { type: string }>;

function readEntry(entry: GivenEntry, byKey: ReadonlyMap<string, WholeEntry>): ReadSource {
  const { line: place, key } = entry;
  if ('refused' in entry) return { place, key, refused: entry.refused };
  const read = readFields(entry.type, inherited(entry, byKey), entry.undefinedStrings);
  return 'refused' in read ? { place, key, refused: read.refused } : { place, key, ...read };
}

/** Whether there is something in a file that BibTeX would not pass over either. */
function isOtherText(text: string): boolean {
  return (
    !/@\s*(?:string|comment|preamble)\b/i.test(text) && text.replace(/^[^\S\n]*%.*$/gm, '').trim() !== ''
  );
}
