import { type Command, Option } from 'commander';
import { exportEntities } from '../entities/exchange/export.ts';
import { type EntityFormat, entityFormats, formatOfFile } from '../entities/exchange/formats.ts';
import type { Scholion } from '../scholion.ts';
import type { EntityKind } from '../store/generated/enums.ts';
import { kindOption } from './kind-option.ts';
import { examples, requireStore, type StoreGiven, storeCommand, withScholion } from './options.ts';
import { printPieces, writePieces } from './write-file.ts';

interface ExportGiven extends StoreGiven {
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
    .action(run);
}

async function run(file: string | undefined, given: ExportGiven): Promise<void> {
  const format = given.format ?? (file === undefined ? 'jsonl' : formatOfFile(file));
  requireStore(given);
  await withScholion(given, async (scholion) => {
    if (file === undefined) await printPieces(piecesOf(scholion, format, given));
    else await writeFile(file, scholion, format, given);
  });
}

async function writeFile(
  file: string,
  scholion: Scholion,
  format: EntityFormat,
  given: ExportGiven,
): Promise<void> {
  let entities = 0;
  await writePieces(
    file,
    piecesOf(scholion, format, given, (more) => {
      entities += more;
    }),
  );
  console.log(`${file}: ${entities} entities`);
}

function piecesOf(
  { store }: Scholion,
  format: EntityFormat,
  { kind: kinds }: ExportGiven,
  onEntities?: (more: number) => void,
): AsyncIterable<string> {
  return exportEntities(store.prisma, format, { kinds, onEntities });
}
