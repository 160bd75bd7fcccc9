import type { Client } from '../../../store/store.ts';
import { duplicatesOf } from '../duplicates.ts';
import { freeKeys } from '../free-keys.ts';
import { lockSources } from '../lock.ts';
import { writeSources } from '../write.ts';
import { addTerms } from '../write-terms.ts';
import type { SourceOutcome } from './outcome.ts';
import { plan } from './plan.ts';
import { readConcerned } from './read-concerned.ts';
import type { PreparedRecord } from './record.ts';

/** What became of a batch of records. */
export interface Batch {
  outcomes: SourceOutcome[];
  /** The sources of which its records told. */
  spokenOf: ReadonlySet<string>;
}

/**
 * Takes records into the sources, within a transaction that keeps others from writing to them; the number of statements does
 * not depend on how many records there are.
 * @param spokenOf the sources of which earlier records of the file told.
 */
export async function importBatch(
  statements: Client,
  agentId: string,
  records: readonly PreparedRecord[],
  spokenOf: ReadonlySet<string>,
): Promise<Batch> {
  const checked = records.flatMap((record) => ('checked' in record ? record.checked : []));
  await lockSources(statements);
  const known = await readConcerned(statements, checked);
  const keys = await freeKeys(
    statements,
    checked.map(({ wanted }) => wanted),
    [...new Set(checked.flatMap(({ key }) => key ?? []))],
  );
  const planned = plan(known, keys, records, spokenOf);
  await writeSources(
    statements,
    agentId,
    planned.sources.map(({ id, key, version, content }) => ({
      id,
      isNew: version === 0,
      key,
      version: version + 1,
      content,
    })),
  );
  await addTerms(statements, planned.marks);
  const duplicates = await readDuplicates(
    statements,
    planned.outcomes.flatMap(({ addedId }) => addedId ?? []),
  );
  const outcomes = planned.outcomes.map(
    ({ addedId, ...outcome }): SourceOutcome =>
      outcome.outcome === 'refused'
        ? outcome
        : { ...outcome, duplicates: duplicates.get(addedId ?? '') ?? outcome.duplicates },
  );
  return { outcomes, spokenOf: planned.spokenOf };
}

/** What was there before sources that were added and may be the same work: of two of one file, the second has the first. */
async function readDuplicates(
  statements: Client,
  addedIds: readonly string[],
): Promise<Map<string, { key: string; why: string }[]>> {
  if (addedIds.length === 0) return new Map();
  const found = await duplicatesOf(statements, addedIds);
  return new Map(
    [...found].map(([id, duplicates]) => [
      id,
      // Ids sort by age.
      duplicates.filter(({ source }) => source.id < id).map(({ source, why }) => ({ key: source.key, why })),
    ]),
  );
}
