import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { exportEntities } from '../entities/exchange/export.ts';
import { type EntityFormat, entityFormats, formatOfFile } from '../entities/exchange/formats.ts';
import { InputInvalid } from '../problem.ts';
import type { Scholion } from '../scholion.ts';
import type { EntityKind } from '../store/generated/enums.ts';
import { systemFault } from '../system-fault.ts';
import { kindOption } from './kind-option.ts';
import { examples, requireStore, type StoreGiven, storeCommand, withScholion } from './options.ts';

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
    if (file === undefined) await pipeline(piecesOf(scholion, format, given), process.stdout, { end: false });
    else await writeFile(file, scholion, format, given);
  });
}

async function writeFile(
  file: string,
  scholion: Scholion,
  format: EntityFormat,
  given: ExportGiven,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  let entities = 0;
  const count = (more: number): void => {
    entities += more;
  };
  try {
    await pipeline(piecesOf(scholion, format, given, count), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error)
      throw new InputInvalid(`${file} cannot be written (${systemFault(error)}); choose another file.`);
    throw error;
  }
  console.log(`${file}: ${entities} entities`);
}

function piecesOf(
  { store }: Scholion,
  format: EntityFormat,
  { kind: kinds }: ExportGiven,
  onEntities?: (more: number) => void,
): Readable {
  return Readable.from(exportEntities(store.prisma, format, { kinds, onEntities }));
}
