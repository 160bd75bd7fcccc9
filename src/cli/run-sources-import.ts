import { findLocalAgent } from '../access/local-agent.ts';
import { readSourceFile } from '../citations/exchange/file.ts';
import { importSources } from '../citations/sources/import.ts';
import type { SourcesImportGiven } from './sources-import.ts';
import { createSourcesReport } from './sources-report.ts';
import { withStore } from './with-store.ts';

/** Imports a file of sources. @throws StoreProblem, InputInvalid */
export async function runSourcesImport(
  path: string,
  { format, strict = false, dryRun = false, verbose = false, ...given }: SourcesImportGiven,
): Promise<void> {
  const file = await readSourceFile(path, { format });
  await withStore(given, async (store) => {
    const report = createSourcesReport(path, file, verbose);
    try {
      const summary = await importSources(store, await findLocalAgent(store), file.sources, {
        strict,
        dryRun,
        onOutcome: (outcome) => report.add(outcome),
      });
      report.end(summary, dryRun);
      if (summary.refused > 0) process.exitCode = 1;
    } finally {
      report.stop();
    }
  });
}
