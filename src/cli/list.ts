import type { Command } from 'commander';
import { examples, type StoreGiven, storeCommand } from './options.ts';

export function listCommand(): Command {
  return storeCommand(
    'list',
    'List the documents: slug, latest revision, language and title, tabs between them.',
  )
    .addHelpText('after', examples(['scholion list', 'all documents, oldest first']))
    .action(async (given: StoreGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runList } = await import('./run-list.ts');
      await runList(given);
    });
}
