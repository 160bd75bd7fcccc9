import { type EntityFile, readEntityFile } from '../entities/exchange/file.ts';
import { importEntities } from '../entities/exchange/import.ts';
import { registrySequence } from '../entities/registry/sequence.ts';
import { linkImport } from '../mentions/linking/link-import.ts';
import type { Scholion } from '../scholion.ts';
import type { EntitiesImportGiven } from './entities-import.ts';
import { createEntitiesReport } from './entities-report.ts';
import { createBar } from './progress.ts';
import { withScholion } from './with-scholion.ts';

/** Imports a file of entities, and links the texts where their names may stand. @throws StoreProblem, InputInvalid */
export async function runEntitiesImport(path: string, given: EntitiesImportGiven): Promise<void> {
  const { format, allCandidates } = given;
  const file = await readEntityFile(path, { format, allCandidates });
  await withScholion(given, (scholion) => importFile(scholion, path, file, given));
}

async function importFile(
  scholion: Scholion,
  path: string,
  file: EntityFile,
  { strict = false, dryRun = false, verbose = false }: EntitiesImportGiven,
): Promise<void> {
  const { store, localAgentId } = scholion;
  const since = await registrySequence(store.prisma);
  const report = createEntitiesReport(path, file, verbose);
  try {
    const summary = await importEntities(store, localAgentId, file.rows, {
      strict,
      dryRun,
      onOutcome: (outcome) => report.add(outcome),
    });
    report.end(summary, dryRun);
    if (summary.refused > 0) process.exitCode = 1;
    if (summary.written) await link(scholion, since);
  } finally {
    report.stop();
  }
}

/** Looks for the names that came in the documents where they may stand. */
async function link(scholion: Scholion, since: bigint): Promise<void> {
  const { store, texts, linker, localAgentId: agentId } = scholion;
  let bar = createBar(0);
  const { documents, suggested, withdrawn } = await linkImport(
    { store, texts, linker, agentId },
    since,
    (total) => {
      bar = createBar(total);
    },
    (done) => bar.advance(done),
  );
  bar.stop();
  if (documents > 0)
    console.log(
      `Linked ${documents === 1 ? '1 document' : `${documents} documents`} where the names may stand: ${suggested} suggested, ${withdrawn} withdrawn`,
    );
}
