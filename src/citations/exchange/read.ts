import { InputInvalid } from '../../problem.ts';
import { excerpt } from '../../text/excerpt.ts';
import type { ReadSource } from '../sources/import.ts';
import { checkKey } from '../sources/keys.ts';
import { readBibtex } from './bibtex/read.ts';
import { readCslJson } from './csl-json.ts';
import type { SourceFormat } from './formats.ts';
import { readRis } from './ris/read.ts';

const readers = { bibtex: readBibtex, ris: readRis, 'csl-json': readCslJson };

/**
 * The sources of a file, each at its line (in CSL-JSON: its number), not yet checked as `checkSource` does. A record that
 * cannot be read is refused for itself. What programs put into an `ID` of RIS or an `id` of CSL-JSON may be no citation key;
 * then it is left out, and named in `dropped`. A key of BibTeX is what texts cite by, and stays for `checkKey` to refuse.
 * @throws InputInvalid where the text as a whole is not of the format, or has too many records.
 */
export function readSources(text: string, format: SourceFormat): ReadSource[] {
  const sources = readers[format](text.replace(/^\uFEFF/, ''));
  return format === 'bibtex' ? sources : sources.map(withoutOddKey);
}

function withoutOddKey(source: ReadSource): ReadSource {
  if ('refused' in source || source.key === null || isKey(source.key)) return source;
  return { ...source, key: null, dropped: [...source.dropped, `key "${excerpt(source.key)}"`] };
}

function isKey(given: string): boolean {
  try {
    checkKey(given);
    return true;
  } catch (error) {
    if (error instanceof InputInvalid) return false;
    throw error;
  }
}
