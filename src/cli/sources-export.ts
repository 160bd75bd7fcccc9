import { type Command, Option } from 'commander';
import { type SourceFormat, sourceFormatOfFile, sourceFormats } from '../citations/exchange/formats.ts';
import type { KeyedSource } from '../citations/source.ts';
import { examples, requireStore, type StoreGiven, storeCommand, withScholion } from './options.ts';
import { printPieces, writePieces } from './write-file.ts';

interface ExportGiven extends StoreGiven {
  format?: SourceFormat;
}

export function sourcesExportCommand(): Command {
  return storeCommand('export', 'Write all sources, in the order of their keys.')
    .argument('[file]', 'the file to write; one of this name is replaced. Without it, standard output')
    .addOption(
      new Option(
        '--format <format>',
        'otherwise told by the file’s name; on standard output csl-json',
      ).choices(sourceFormats),
    )
    .addHelpText(
      'after',
      `${examples(
        ['scholion sources export library.json', 'as CSL-JSON, which holds the most'],
        ['scholion sources export library.bib', 'for LaTeX (BibLaTeX and biber)'],
        ['scholion sources export --format ris', 'for reference managers, on standard output'],
      )}
Of sources that were merged there is the one that stands for them. docs/citations-exchange.md says what each format loses.
`,
    )
    .action(run);
}

async function run(file: string | undefined, given: ExportGiven): Promise<void> {
  const format = given.format ?? (file === undefined ? 'csl-json' : sourceFormatOfFile(file));
  requireStore(given);
  // Loaded here, so that no other command waits for them.
  const [{ writeSourcesInPieces }, { allSources }] = await Promise.all([
    import('../citations/exchange/write.ts'),
    import('../citations/sources/list.ts'),
  ]);
  await withScholion(given, async ({ store }) => {
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
