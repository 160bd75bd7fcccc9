import { type Command, Option } from 'commander';
import { type SourceFormat, sourceFormats } from '../citations/exchange/formats.ts';
import { examples, type StoreGiven, storeCommand } from './options.ts';

/** What the command is given. */
export interface SourcesExportGiven extends StoreGiven {
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
    .action(async (file: string | undefined, given: SourcesExportGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runSourcesExport } = await import('./run-sources-export.ts');
      await runSourcesExport(file, given);
    });
}
