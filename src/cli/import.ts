import type { Command } from 'commander';
import { examples, type StoreGiven, storeCommand } from './options.ts';
import type { Description } from './source-file.ts';

/** What the command is given. */
export type ImportGiven = StoreGiven & Description;

export function importCommand(): Command {
  return storeCommand('import', 'Import texts: new documents, or new revisions of those that are there.')
    .argument('<files...>', 'text files, or folders of .txt files')
    .option('--slug <slug>', 'the name to publish under; otherwise made of the file’s name')
    .option('--title <title>', 'otherwise the one in the text')
    .option('--language <tag>', 'a BCP 47 tag, such as en')
    .option('--licence <licence>', 'such as "CC BY-SA 4.0"')
    .option('--attribution <name>', 'whom to name')
    .option('--source <url>', 'where the text was taken from')
    .option('--note <note>', 'what changed with this revision')
    .addHelpText(
      'after',
      `${examples(
        [
          'scholion import speech.txt --language en --licence "CC BY-SA 4.0"',
          'one text, as the document speech',
        ],
        ['scholion import texts/', 'all .txt files of a folder'],
      )}
A file may begin with front matter that says the same as the options, which win:
  ---
  title: On the Cult of Personality and Its Consequences
  language: en
  ---
`,
    )
    .action(async (names: string[], given: ImportGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runImport } = await import('./run-import.ts');
      await runImport(names, given);
    });
}
