import { restore } from '../store/restore.ts';
import { locationOf, type StoreGiven } from './options.ts';

/** Restores a backup, and prints how many rows it had. @throws StoreProblem, InputInvalid */
export async function runRestore(file: string, given: StoreGiven): Promise<void> {
  console.log(`${file}: ${await restore(locationOf(given), file)} rows`);
}
