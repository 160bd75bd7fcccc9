import type { Command } from 'commander';
import { examples, type StoreGiven, storeCommand } from './options.ts';

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
    .action(async (file: string, given: StoreGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runRestore } = await import('./run-restore.ts');
      await runRestore(file, given);
    });
}
