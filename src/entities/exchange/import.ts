import type { Client, Store } from '../../store/store.ts';
import { BATCH, writeInBatches } from '../../write-in-batches.ts';
import { type ReadOptions, readEntityFile } from './file.ts';
import { importBatch } from './import/import-batch.ts';
import { type ImportSummary, type RowOutcome, Tally } from './import/outcome.ts';
import { type PreparedRow, prepare } from './import/plan.ts';
import type { ReadRow } from './row.ts';

export interface ImportOptions {
  /** Whether nothing is to be written where a row is refused. */
  strict?: boolean;
  /** Whether nothing is to be written in any case. */
  dryRun?: boolean;
  /** Called with what became of each row, in their order. */
  onOutcome?: (outcome: RowOutcome) => void;
}

/**
 * Takes rows into the registry of entities; taking them in once more changes nothing. Rows that are wrong are refused, and
 * the others written, 1,000 in a transaction; where one refused row or a dry run is to undo all, all are in one.
 * @param agentId who does it.
 */
export async function importEntities(
  store: Store,
  agentId: string,
  rows: AsyncIterable<ReadRow>,
  { strict = false, dryRun = false, onOutcome }: ImportOptions = {},
): Promise<ImportSummary> {
  const tally = new Tally();
  const takeIn = async (statements: Client, batch: readonly PreparedRow[]) =>
    await importBatch(statements, agentId, batch);
  const tell = (outcomes: readonly RowOutcome[]): void => {
    for (const outcome of outcomes) {
      tally.add(outcome);
      onOutcome?.(outcome);
    }
  };
  const written = await writeInBatches(store, prepared(rows), {
    whole: strict || dryRun,
    write: takeIn,
    tell,
    keep: () => !dryRun && tally.refused === 0,
  });
  return await finish(store, tally.summary(written));
}

/** After many changes lets the database look at its tables anew, to plan well: an embedded one does not by itself. */
async function finish(store: Store, summary: ImportSummary): Promise<ImportSummary> {
  if (summary.changed.length >= BATCH)
    await store.prisma.$executeRaw`ANALYZE entity, entity_name, entity_authority`;
  return summary;
}

/** Imports a file of entities; see `readEntityFile` and `importEntities`. @throws InputInvalid */
export async function importEntityFile(
  store: Store,
  agentId: string,
  path: string,
  options: ReadOptions & ImportOptions = {},
): Promise<ImportSummary> {
  const { rows } = await readEntityFile(path, options);
  return await importEntities(store, agentId, rows, options);
}

async function* prepared(rows: AsyncIterable<ReadRow>): AsyncGenerator<PreparedRow> {
  for await (const one of rows) yield prepare(one);
}
