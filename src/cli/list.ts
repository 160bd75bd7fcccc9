import type { Command } from 'commander';
import { listDocuments } from '../documents/list.ts';
import type { Scholion } from '../scholion.ts';
import { examples, requireStore, type StoreGiven, storeCommand, withScholion } from './options.ts';

const PAGE = 500;

export function listCommand(): Command {
  return storeCommand(
    'list',
    'List the documents: slug, latest revision, language and title, tabs between them.',
  )
    .addHelpText('after', examples(['scholion list', 'all documents, oldest first']))
    .action((given: StoreGiven) => {
      requireStore(given);
      return withScholion(given, list);
    });
}

async function list({ store }: Scholion): Promise<void> {
  let after: string | null = null;
  do {
    const documents = await listDocuments(
      store.prisma,
      {},
      { limit: PAGE, backward: false, after, before: null },
    );
    for (const { slug, latestRevision, language, title } of documents)
      console.log(`${slug}\t@${latestRevision}\t${language}\t${title}`);
    after = documents.length === PAGE ? (documents.at(-1)?.id ?? null) : null;
  } while (after !== null);
}
