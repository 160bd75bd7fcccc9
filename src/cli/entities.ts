import { Command } from 'commander';
import { entitiesExportCommand } from './entities-export.ts';
import { entitiesImportCommand } from './entities-import.ts';
import { entitiesMatchCommand } from './entities-match.ts';
import { examples } from './options.ts';

export function entitiesCommand(): Command {
  return new Command('entities')
    .description('Import and export the registry of entities, and look names up in it.')
    .addCommand(entitiesImportCommand())
    .addCommand(entitiesExportCommand())
    .addCommand(entitiesMatchCommand())
    .showHelpAfterError('Run scholion entities --help for what it takes.')
    .addHelpText(
      'after',
      examples(
        ['scholion entities import people.csv', 'take people in'],
        ['scholion entities export entities.jsonl', 'write all of the registry into a file'],
        ['scholion entities match "Joseph Stalin"', 'who that may be'],
      ),
    );
}
