import type { ReadSource } from '../sources/import.ts';
import { readBibtex } from './bibtex/read.ts';
import { readCslJson } from './csl-json.ts';
import type { SourceFormat } from './formats.ts';
import { readRis } from './ris/read.ts';

const readers = { bibtex: readBibtex, ris: readRis, 'csl-json': readCslJson };

/**
 * The sources of a file, each at its line (in CSL-JSON: its number), not yet checked as `checkSource` does. A record that
 * cannot be read is refused for itself.
 * @throws InputInvalid where the text as a whole is not of the format, or has too many records.
 */
export function readSources(text: string, format: SourceFormat): ReadSource[] {
  return readers[format](text.replace(/^\uFEFF/, ''));
}
