import type { Command } from 'commander';
import { examples, type StoreGiven, storeCommand } from './options.ts';

/** What the command is given. */
export interface LinkGiven extends StoreGiven {
  discover?: true;
}

export function linkCommand(): Command {
  return storeCommand('link', 'Look for the entities of the registry in the latest text of documents.')
    .argument('[slugs...]', 'the documents to go over; all of them unless given')
    .option(
      '--discover',
      'link nothing, but list names that the registry lacks: document, how often, kind and name, tabs between them (English only)',
    )
    .addHelpText(
      'after',
      `${examples(
        ['scholion link', 'all documents, after a large import of entities'],
        ['scholion link secret-speech', 'one document'],
        ['scholion link --discover secret-speech', 'whom the registry may lack'],
      )}
Texts are linked when they are imported and revised, and again where a name that changed may stand. What people
confirmed or rejected stays as it is.
`,
    )
    .action(async (slugs: string[], given: LinkGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runLink } = await import('./run-link.ts');
      await runLink(slugs, given);
    });
}
