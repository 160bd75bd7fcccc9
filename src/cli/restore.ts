import type { Command } from 'commander';
import { restore } from '../store/restore.ts';
import { examples, locationOf, type StoreGiven, storeCommand } from './options.ts';

export function restoreCommand(): Command {
  return storeCommand(
    'restore',
    'Read a backup into an empty store, embedded or on a server, whichever it was made of.',
  )
    .argument('<file>', 'a file that scholion backup wrote')
    .addHelpText(
      'after',
      examples(
        ['scholion restore scholion-2026-11-24.jsonl.gz --data ./restored', 'into an embedded database'],
        [
          'DATABASE_URL=postgresql://localhost/texts scholion restore scholion-2026-11-24.jsonl.gz',
          'into a server',
        ],
      ),
    )
    .action(run);
}

async function run(file: string, given: StoreGiven): Promise<void> {
  console.log(`${file}: ${await restore(locationOf(given), file)} rows`);
}
