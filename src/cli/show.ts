import type { Command } from 'commander';
import { examples, type StoreGiven, storeCommand } from './options.ts';

export function showCommand(): Command {
  return storeCommand(
    'show',
    'Show a document as a tree: the ref of each block, what it is, and how it begins.',
  )
    .argument('<slug>', 'the document, such as secret-speech, or one revision of it: secret-speech@1')
    .addHelpText(
      'after',
      examples(
        ['scholion show secret-speech', 'the latest revision'],
        ['scholion show secret-speech@1', 'the first one'],
      ),
    )
    .action(async (slug: string, given: StoreGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runShow } = await import('./run-show.ts');
      await runShow(slug, given);
    });
}
