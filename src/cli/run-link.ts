import { listDocuments } from '../documents/list.ts';
import { relink } from '../mentions/linking/relink.ts';
import { InputInvalid } from '../problem.ts';
import type { Scholion } from '../scholion.ts';
import type { Document } from '../store/generated/client.ts';
import { discoverIn } from './discover.ts';
import type { LinkGiven } from './link.ts';
import { requireStore } from './options.ts';
import { createProgress } from './progress.ts';
import { withScholion } from './with-scholion.ts';

const PAGE = 500;

/** Links documents, or lists the names in them that the registry lacks. @throws StoreProblem, InputInvalid */
export async function runLink(slugs: readonly string[], given: LinkGiven): Promise<void> {
  requireStore(given);
  await withScholion(given, (scholion) => link(scholion, slugs, given));
}

async function link(scholion: Scholion, slugs: readonly string[], { discover }: LinkGiven): Promise<void> {
  const documents = slugs.length === 0 ? await allDocuments(scholion) : await find(scholion, slugs);
  const progress = createProgress(documents.length);
  const { store, texts, linker, localAgentId: agentId } = scholion;
  for (const document of documents) {
    if (discover === true) {
      progress.step(await discoverIn(scholion, document));
      continue;
    }
    const { suggested, withdrawn, omitted } = await relink({ store, texts, linker, agentId }, [
      { documentId: document.id, unitIds: null },
    ]);
    const more = omitted === 0 ? '' : `, ${omitted} left out as there are too many`;
    progress.step(`${document.slug}: ${suggested} suggested, ${withdrawn} withdrawn${more}`);
  }
  progress.stop();
}

async function find({ store }: Scholion, slugs: readonly string[]): Promise<Document[]> {
  const found = await store.prisma.document.findMany({ where: { slug: { in: [...slugs] } } });
  const bySlug = new Map(found.map((document) => [document.slug, document]));
  return [...new Set(slugs)].map((slug) => {
    const document = bySlug.get(slug);
    if (document === undefined)
      throw new InputInvalid(`There is no document ${slug}; scholion list shows those that there are.`);
    return document;
  });
}

async function allDocuments({ store }: Scholion): Promise<Document[]> {
  const all: Document[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listDocuments(store.prisma, {}, { limit: PAGE, backward: false, after, before: null });
    all.push(...page);
    if (page.length < PAGE) return all;
    after = page.at(-1)?.id ?? null;
  }
}
