import type { Command } from 'commander';
import { examples, type StoreGiven, storeCommand } from './options.ts';

export function backupCommand(): Command {
  return storeCommand(
    'backup',
    'Write all of the store into one file, as it stands at this moment. A server may run meanwhile; on an embedded database its work waits until the backup is done.',
  )
    .argument('<file>', 'the file to write; one of this name is replaced')
    .addHelpText('after', examples(['scholion backup scholion-2026-11-24.jsonl.gz', 'back up ./data']))
    .action(async (file: string, given: StoreGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runBackup } = await import('./run-backup.ts');
      await runBackup(file, given);
    });
}
