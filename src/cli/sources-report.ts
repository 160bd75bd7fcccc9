import type { SourceFile } from '../citations/exchange/file.ts';
import type { SourceOutcome, SourcesImported } from '../citations/sources/import.ts';
import { createBytesProgress } from './bytes-progress.ts';
import { limited } from './limited.ts';

const REASONS: Readonly<Record<string, string>> = {
  DOI: 'they have one DOI',
  ISBN: 'they have one ISBN',
  AUTHOR_YEAR_TITLE: 'author, year and title agree',
};

/** Tells what becomes of the records of a file: what was refused on standard error, all else on standard output. */
export interface SourcesReport {
  add(outcome: SourceOutcome): void;
  end(summary: SourcesImported, dryRun: boolean): void;
  /** Takes the bar away; may be called again. */
  stop(): void;
}

/** @param verbose whether to tell of records too of which there is nothing to say. */
export function createSourcesReport(
  path: string,
  { format, sources }: SourceFile,
  verbose: boolean,
): SourcesReport {
  const progress = createBytesProgress(sources.length);
  const refused = limited((line) => progress.log(line, 'error'), 'refused records');
  const duplicates = limited((line) => progress.log(line), 'possible duplicates');
  const dropped = limited((line) => progress.log(line), 'records of which something was left out');
  const unit = format === 'csl-json' ? 'item' : 'line';
  let done = 0;
  return {
    add: (outcome) => {
      done += 1;
      progress.update(done);
      const record = `${path}, ${unit} ${outcome.place}${outcome.key === '' ? '' : ` (${outcome.key})`}`;
      if (outcome.outcome === 'refused') {
        refused.add(`${record}: refused. ${outcome.reason}`);
        return;
      }
      if (verbose) progress.log(`${record}: ${outcome.outcome}`);
      for (const { key, why } of outcome.duplicates)
        duplicates.add(
          `${record}: may be the same work as ${key} (${REASONS[why] ?? why}); merge them if so.`,
        );
      if (outcome.dropped.length > 0 && outcome.outcome !== 'unchanged')
        dropped.add(`${record}: left out ${outcome.dropped.join(', ')}.`);
    },
    end: (summary, dryRun) => {
      for (const lines of [refused, duplicates, dropped]) lines.end();
      progress.stop();
      console.log(summarize(sources.length, summary));
      if (dryRun) console.log('Nothing was written, as this was a dry run.');
      else if (!summary.written)
        console.error(
          'Nothing was written, as a record was refused; correct it, or import the others without --strict.',
        );
    },
    stop: () => progress.stop(),
  };
}

function summarize(
  records: number,
  { added, changed, unchanged, refused, possibleDuplicates }: SourcesImported,
): string {
  const counts = `${records} records: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused`;
  return possibleDuplicates === 0
    ? counts
    : `${counts}; ${possibleDuplicates} may be the same work as others that were there`;
}
