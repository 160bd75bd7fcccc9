import type { KeyedSource } from '../source.ts';
import { writeBibtex } from './bibtex/write.ts';
import { writeCslItem } from './csl-json.ts';
import type { SourceFormat } from './formats.ts';
import { writeRis } from './ris/write.ts';

const writers = { bibtex: writeBibtex, ris: writeRis, 'csl-json': writeCslItem };

/** How a file of a format begins and ends, and what stands between two sources. */
const frames = {
  bibtex: { before: '', between: '\n', after: '' },
  ris: { before: '', between: '\n', after: '' },
  'csl-json': { before: '[\n', between: ',\n', after: '\n]\n' },
};

/** One source: an entry of BibLaTeX, a record of RIS, or an item of CSL-JSON. */
export function writeSource(source: KeyedSource, format: SourceFormat): string {
  return writers[format](source);
}

/** A file of sources, which `readSources` reads. */
export function writeSources(sources: Iterable<KeyedSource>, format: SourceFormat): string {
  const { before, between, after } = frames[format];
  return before + [...sources].map((source) => writeSource(source, format)).join(between) + after;
}

/** A file of sources, piece by piece. */
export async function* writeSourcesInPieces(
  sources: AsyncIterable<KeyedSource>,
  format: SourceFormat,
): AsyncGenerator<string> {
  const { before, between, after } = frames[format];
  if (before !== '') yield before;
  let separator = '';
  for await (const source of sources) {
    yield separator + writeSource(source, format);
    separator = between;
  }
  if (after !== '') yield after;
}
