import { type Command, Option } from 'commander';
import { type EntityFormat, entityFormats } from '../entities/exchange/formats.ts';
import type { EntityKind } from '../store/generated/enums.ts';
import { kindOption } from './kind-option.ts';
import { examples, type StoreGiven, storeCommand } from './options.ts';

/** What the command is given. */
export interface EntitiesExportGiven extends StoreGiven {
  format?: EntityFormat;
  kind: EntityKind[];
}

export function entitiesExportCommand(): Command {
  return storeCommand('export', 'Write the entities of the registry, the oldest first.')
    .argument('[file]', 'the file to write; one of this name is replaced. Without it, standard output')
    .addOption(
      new Option('--format <format>', 'otherwise told by the file’s name; on standard output jsonl').choices(
        entityFormats,
      ),
    )
    .addOption(kindOption())
    .addHelpText(
      'after',
      `${examples(
        ['scholion entities export entities.jsonl', 'all that is known of all entities'],
        ['scholion entities export --format csv --kind PERSON --kind PLACE', 'people and places, as a table'],
      )}
Of entities that were merged there is the one that stands for them, with all their names and authorities.
csv and jsonl come back as they were with scholion entities import; reconciliation has no names but the preferred one.
`,
    )
    .action(async (file: string | undefined, given: EntitiesExportGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runEntitiesExport } = await import('./run-entities-export.ts');
      await runEntitiesExport(file, given);
    });
}
