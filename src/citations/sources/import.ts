import type { Client, Store } from '../../store/store.ts';
import { BATCH, writeInBatches } from '../../write-in-batches.ts';
import { type Batch, importBatch } from './import/import-batch.ts';
import { type SourceOutcome, type SourcesImported, Tally } from './import/outcome.ts';
import { type PreparedRecord, prepare, type ReadSource } from './import/record.ts';

export type { SourceOutcome, SourcesImported } from './import/outcome.ts';
export type { ReadSource, RefusedSource, SourceToImport } from './import/record.ts';

export interface ImportOptions {
  /** Whether nothing is to be written where a record is refused. */
  strict?: boolean;
  /** Whether nothing is to be written in any case. */
  dryRun?: boolean;
  /** Called with what became of each record, in their order. */
  onOutcome?: (outcome: SourceOutcome) => void;
}

/**
 * Takes records into the sources; taking them in once more changes nothing. Records that are wrong are refused, and the
 * others written, 1,000 in a transaction; where one refused record or a dry run is to undo all, all are in one.
 *
 * A record that was imported before, as it is, belongs to the source that it became then; otherwise one with a key to the
 * source of that key where the two may be one work (`reasonOfSameness`) or one says all that the other does, and one
 * without a key to the source of the very same content. What it gives is so from then on, and what it lacks stays; but of
 * several records of one source the first decides, and the others only add. All other records are new sources, under the
 * key of the record, or that with a letter where another source has it.
 * @param agentId who does it.
 */
export async function importSources(
  store: Store,
  agentId: string,
  sources: AsyncIterable<ReadSource> | Iterable<ReadSource>,
  { strict = false, dryRun = false, onOutcome }: ImportOptions = {},
): Promise<SourcesImported> {
  const tally = new Tally();
  const spokenOf = new Set<string>();
  const takeIn = async (statements: Client, records: readonly PreparedRecord[]): Promise<Batch> =>
    await importBatch(statements, agentId, records, spokenOf);
  const tell = (batch: Batch): void => {
    for (const id of batch.spokenOf) spokenOf.add(id);
    for (const outcome of batch.outcomes) {
      tally.add(outcome);
      onOutcome?.(outcome);
    }
  };
  const written = await writeInBatches(store, prepared(sources), {
    whole: strict || dryRun,
    write: takeIn,
    tell,
    keep: () => !dryRun && tally.refused === 0,
  });
  return await finish(store, tally.summary(written));
}

/** After many changes lets the database look at its tables anew, to plan well: an embedded one does not by itself. */
async function finish(store: Store, summary: SourcesImported): Promise<SourcesImported> {
  if (summary.written && summary.added + summary.changed >= BATCH)
    await store.prisma.$executeRaw`ANALYZE source, source_creator, source_term, source_word`;
  return summary;
}

async function* prepared(
  sources: AsyncIterable<ReadSource> | Iterable<ReadSource>,
): AsyncGenerator<PreparedRecord> {
  for await (const one of sources) yield prepare(one);
}
