import type { Command } from 'commander';
import { openDatabase } from '../store/database.ts';
import { applyMigrations } from '../store/migrations.ts';
import { examples, locationOf, type StoreGiven, storeCommand } from './options.ts';

export function migrateCommand(): Command {
  return storeCommand('migrate', 'Bring the database to what this version of Scholion needs.')
    .addHelpText(
      'after',
      examples(['DATABASE_URL=postgresql://localhost/texts scholion migrate', 'make or update the tables']),
    )
    .action(run);
}

async function run(given: StoreGiven): Promise<void> {
  const database = await openDatabase(locationOf(given));
  try {
    const applied = await applyMigrations(database);
    for (const name of applied) console.log(`applied ${name}`);
    if (applied.length === 0) console.log('The database is up to date.');
  } finally {
    await database.close();
  }
}
