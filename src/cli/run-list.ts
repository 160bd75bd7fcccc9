import { listDocuments } from '../documents/list.ts';
import type { Store } from '../store/store.ts';
import { requireStore, type StoreGiven } from './options.ts';
import { withStore } from './with-store.ts';

const PAGE = 500;

/** Prints all documents. @throws StoreProblem */
export async function runList(given: StoreGiven): Promise<void> {
  requireStore(given);
  await withStore(given, list);
}

async function list({ prisma }: Store): Promise<void> {
  let after: string | null = null;
  do {
    const documents = await listDocuments(prisma, {}, { limit: PAGE, backward: false, after, before: null });
    for (const { slug, latestRevision, language, title } of documents)
      console.log(`${slug}\t@${latestRevision}\t${language}\t${title}`);
    after = documents.length === PAGE ? (documents.at(-1)?.id ?? null) : null;
  } while (after !== null);
}
