import { sourceFormatOfFile } from '../citations/exchange/formats.ts';
import { writeSourcesInPieces } from '../citations/exchange/write.ts';
import type { KeyedSource } from '../citations/source.ts';
import { allSources } from '../citations/sources/list.ts';
import { requireStore } from './options.ts';
import type { SourcesExportGiven } from './sources-export.ts';
import { withStore } from './with-store.ts';
import { printPieces, writePieces } from './write-file.ts';

/** Writes all sources to a file or to standard output. @throws StoreProblem, InputInvalid */
export async function runSourcesExport(file: string | undefined, given: SourcesExportGiven): Promise<void> {
  const format = given.format ?? (file === undefined ? 'csl-json' : sourceFormatOfFile(file));
  requireStore(given);
  await withStore(given, async (store) => {
    let count = 0;
    const counted = async function* (): AsyncGenerator<KeyedSource> {
      for await (const source of allSources(store)) {
        count += 1;
        yield source;
      }
    };
    const pieces = writeSourcesInPieces(counted(), format);
    if (file === undefined) return await printPieces(pieces);
    await writePieces(file, pieces);
    console.log(`${file}: ${count} sources`);
  });
}
