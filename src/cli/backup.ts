import type { Command } from 'commander';
import { backup } from '../store/backup.ts';
import { openDatabase } from '../store/database.ts';
import { examples, locationOf, requireStore, type StoreGiven, storeCommand } from './options.ts';

export function backupCommand(): Command {
  return storeCommand(
    'backup',
    'Write all of the store into one file, as it stands at this moment. A server may run meanwhile; on an embedded database its work waits until the backup is done.',
  )
    .argument('<file>', 'the file to write; one of this name is replaced')
    .addHelpText('after', examples(['scholion backup scholion-2026-11-24.jsonl.gz', 'back up ./data']))
    .action(run);
}

async function run(file: string, given: StoreGiven): Promise<void> {
  requireStore(given);
  const database = await openDatabase(locationOf(given));
  try {
    console.log(`${file}: ${await backup(database, file)} rows`);
  } finally {
    await database.close();
  }
}
