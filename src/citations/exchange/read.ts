import { InputInvalid } from '../../problem.ts';
import type { ReadSource } from '../sources/import.ts';
import { readBibtex } from './bibtex/read.ts';
import { readCslJson } from './csl-json.ts';
import type { SourceFormat } from './formats.ts';
import { fileLimits } from './limits.ts';
import { readRis } from './ris/read.ts';

const readers = { bibtex: readBibtex, ris: readRis, 'csl-json': readCslJson };

/**
 * The sources of a file, each at its line (in CSL-JSON: its number), not yet checked as `checkSource` does. A record that
 * cannot be read is refused for itself.
 * @throws InputInvalid where the text as a whole is not of the format, or has too many records.
 */
export function readSources(text: string, format: SourceFormat): ReadSource[] {
  const sources = readers[format](text.replace(/^\uFEFF/, ''));
  if (sources.length > fileLimits.records)
    throw new InputInvalid(
      `It has ${sources.length} records, and may have ${fileLimits.records}; split it into several files.`,
    );
  return sources;
}
