import { Command } from 'commander';
import { examples } from './options.ts';
import { sourcesExportCommand } from './sources-export.ts';
import { sourcesImportCommand } from './sources-import.ts';

export function sourcesCommand(): Command {
  return new Command('sources')
    .description('Import and export the sources that texts cite.')
    .addCommand(sourcesImportCommand())
    .addCommand(sourcesExportCommand())
    .showHelpAfterError('Run scholion sources --help for what it takes.')
    .addHelpText(
      'after',
      examples(
        ['scholion sources import library.bib', 'take the sources of a BibTeX file in'],
        ['scholion sources export library.json', 'write all sources into a file'],
      ),
    );
}
