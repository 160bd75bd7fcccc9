import { openDatabase } from '../store/database.ts';
import { applyMigrations } from '../store/migrations.ts';
import { locationOf, type StoreGiven } from './options.ts';

/** Applies what is pending, and prints what that was. @throws StoreProblem */
export async function runMigrate(given: StoreGiven): Promise<void> {
  const database = await openDatabase(locationOf(given));
  try {
    const applied = await applyMigrations(database);
    for (const name of applied) console.log(`applied ${name}`);
    if (applied.length === 0) console.log('The database is up to date.');
  } finally {
    await database.close();
  }
}
