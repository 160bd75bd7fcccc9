import { type Command, Option } from 'commander';
import { type SourceFormat, sourceFormats } from '../citations/exchange/formats.ts';
import { examples, type StoreGiven, storeCommand } from './options.ts';

/** What the command is given. */
export interface SourcesImportGiven extends StoreGiven {
  format?: SourceFormat;
  strict?: boolean;
  dryRun?: boolean;
  verbose?: boolean;
}

export function sourcesImportCommand(): Command {
  return storeCommand('import', 'Import sources: new ones, or more of what is known of those that are there.')
    .argument('<file>', 'a .bib, .ris or .json (CSL-JSON) file')
    .addOption(
      new Option(
        '--format <format>',
        'otherwise told by the file’s name: bibtex (BibLaTeX too), ris or csl-json',
      ).choices(sourceFormats),
    )
    .option('--strict', 'write nothing at all where a record is refused')
    .option('--dry-run', 'write nothing, and report what an import would do')
    .option('--verbose', 'report on every record')
    .addHelpText(
      'after',
      `${examples(
        ['scholion sources import library.bib', 'a BibTeX or BibLaTeX file'],
        ['scholion sources import library.bib --dry-run', 'see first what it would do'],
        ['scholion sources import export.txt --format ris', 'a file of another name'],
      )}
Importing a file again changes nothing. Sources that may be one work are told and stay two; merging them is for people.

A record that is wrong is refused, with its line and the reason, and the others go in; the exit code is 1 then. Every
1,000 records are one transaction. With --strict the whole file is one, which is undone where a record is refused; with
--dry-run it is undone in any case.

docs/citations-exchange.md describes the formats, and what each cannot hold.
`,
    )
    .action(async (path: string, given: SourcesImportGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runSourcesImport } = await import('./run-sources-import.ts');
      await runSourcesImport(path, given);
    });
}
