import type { EntityFile } from '../entities/exchange/file.ts';
import type { ImportSummary, RowOutcome } from '../entities/exchange/import/outcome.ts';
import { createBytesProgress } from './bytes-progress.ts';
import { limited } from './limited.ts';

/** Tells what becomes of the rows of a file: what was refused on standard error, all else on standard output. */
export interface EntitiesReport {
  add(outcome: RowOutcome): void;
  end(summary: ImportSummary, dryRun: boolean): void;
  /** Takes the bar away; may be called again. */
  stop(): void;
}

/** @param verbose whether to tell of rows too of which there is nothing to say. */
export function createEntitiesReport(path: string, file: EntityFile, verbose: boolean): EntitiesReport {
  const progress = createBytesProgress(file.size);
  const refused = limited((line) => progress.log(line, 'error'), 'refused rows');
  const notes = limited((line) => progress.log(line), 'notes');
  return {
    add: (outcome) => {
      progress.update(file.bytesRead());
      const row = `${path}, ${outcome.place}${outcome.label === '' ? '' : ` (${outcome.label})`}`;
      if (outcome.outcome === 'REFUSED') refused.add(`${row}: refused. ${outcome.reason}`);
      else if (verbose) progress.log(`${row}: ${describe(outcome)}`);
      if ('notes' in outcome) for (const note of outcome.notes) notes.add(`${row}: ${note}.`);
    },
    end: (summary, dryRun) => {
      refused.end();
      notes.end();
      progress.stop();
      console.log(summarize(summary));
      if (dryRun) console.log('Nothing was written, as this was a dry run.');
      else if (!summary.written)
        console.error(
          'Nothing was written, as a row was refused; correct it, or import the others without --strict.',
        );
    },
    stop: () => progress.stop(),
  };
}

const OUTCOMES = { NEW: 'new', MERGED: 'merged', UNCHANGED: 'unchanged' } as const;

function describe(outcome: Exclude<RowOutcome, { outcome: 'REFUSED' }>): string {
  return outcome.outcome === 'PASSED_OVER'
    ? 'passed over, as it is not marked as a match'
    : `${OUTCOMES[outcome.outcome]} ${outcome.slug}`;
}

function summarize({ rows, new: created, merged, unchanged, refused, passedOver }: ImportSummary): string {
  const counts = `${rows} rows: ${created} new, ${merged} merged, ${unchanged} unchanged, ${refused} refused`;
  return passedOver === 0
    ? counts
    : `${counts}; ${passedOver} candidates passed over that are not marked as a match`;
}
