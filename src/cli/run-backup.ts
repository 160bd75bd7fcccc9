import { backup } from '../store/backup.ts';
import { openDatabase } from '../store/database.ts';
import { locationOf, requireStore, type StoreGiven } from './options.ts';

/** Writes a backup, and prints how many rows it has. @throws StoreProblem, InputInvalid */
export async function runBackup(file: string, given: StoreGiven): Promise<void> {
  requireStore(given);
  const database = await openDatabase(locationOf(given));
  try {
    console.log(`${file}: ${await backup(database, file)} rows`);
  } finally {
    await database.close();
  }
}
