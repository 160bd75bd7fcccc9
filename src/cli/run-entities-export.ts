import { exportEntities } from '../entities/exchange/export.ts';
import { type EntityFormat, formatOfFile } from '../entities/exchange/formats.ts';
import type { Store } from '../store/store.ts';
import type { EntitiesExportGiven } from './entities-export.ts';
import { requireStore } from './options.ts';
import { withStore } from './with-store.ts';
import { printPieces, writePieces } from './write-file.ts';

/** Writes entities to a file or to standard output. @throws StoreProblem, InputInvalid */
export async function runEntitiesExport(file: string | undefined, given: EntitiesExportGiven): Promise<void> {
  const format = given.format ?? (file === undefined ? 'jsonl' : formatOfFile(file));
  requireStore(given);
  await withStore(given, async (store) => {
    if (file === undefined) await printPieces(piecesOf(store, format, given));
    else await writeFile(file, store, format, given);
  });
}

async function writeFile(
  file: string,
  store: Store,
  format: EntityFormat,
  given: EntitiesExportGiven,
): Promise<void> {
  let entities = 0;
  await writePieces(
    file,
    piecesOf(store, format, given, (more) => {
      entities += more;
    }),
  );
  console.log(`${file}: ${entities} entities`);
}

function piecesOf(
  store: Store,
  format: EntityFormat,
  { kind: kinds }: EntitiesExportGiven,
  onEntities?: (more: number) => void,
): AsyncIterable<string> {
  return exportEntities(store.prisma, format, { kinds, onEntities });
}
