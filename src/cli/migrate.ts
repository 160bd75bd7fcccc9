import type { Command } from 'commander';
import { examples, type StoreGiven, storeCommand } from './options.ts';

export function migrateCommand(): Command {
  return storeCommand('migrate', 'Bring the database to what this version of Scholion needs.')
    .addHelpText(
      'after',
      examples(['DATABASE_URL=postgresql://localhost/texts scholion migrate', 'make or update the tables']),
    )
    .action(async (given: StoreGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runMigrate } = await import('./run-migrate.ts');
      await runMigrate(given);
    });
}
