import { type Command, Option } from 'commander';
import { type EntityFormat, entityFormats } from '../entities/exchange/formats.ts';
import { examples, type StoreGiven, storeCommand } from './options.ts';

/** What the command is given. */
export interface EntitiesImportGiven extends StoreGiven {
  format?: EntityFormat;
  strict?: boolean;
  dryRun?: boolean;
  allCandidates?: boolean;
  verbose?: boolean;
}

export function entitiesImportCommand(): Command {
  return storeCommand(
    'import',
    'Import entities: new ones, or more of what is known of those that are there.',
  )
    .argument('<file>', 'a .csv, .jsonl (or .ndjson) or .json file')
    .addOption(
      new Option(
        '--format <format>',
        'otherwise told by the file’s name: csv, jsonl or reconciliation',
      ).choices(entityFormats),
    )
    .option('--strict', 'write nothing at all where a row is refused')
    .option('--dry-run', 'write nothing, and report what an import would do')
    .option('--all-candidates', 'of a .json file, take candidates too that are not marked as a match')
    .option('--verbose', 'report on every row')
    .addHelpText(
      'after',
      `${examples(
        ['scholion entities import people.csv', 'a table with the columns kind, name and others'],
        ['scholion entities import people.csv --strict', 'all of it or nothing'],
        ['scholion entities import answer.json', 'what a reconciliation service answered'],
      )}
A row tells of the entity that has its slug or one of its authorities; if it gives no slug, otherwise of the oldest one
of its kind and preferred name that no authority speaks against. Names and authorities are added to it, a description
and dates where it has none; nothing is ever removed or replaced. So importing a file again changes nothing.

A row that is wrong is refused, with its line and the reason, and the others go in; the exit code is 1 then. Every 1,000
rows are one transaction. With --strict the whole file is one, which is undone where a row is refused; with --dry-run
it is undone in any case. While a transaction runs, others wait who change entities, and on an embedded database all do.

docs/entities-exchange.md describes the formats.
`,
    )
    .action(async (path: string, given: EntitiesImportGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runEntitiesImport } = await import('./run-entities-import.ts');
      await runEntitiesImport(path, given);
    });
}
