import { findRevisions } from '../documents/find-revisions.ts';
import { discoverIn as discover } from '../mentions/linking/discover-in-document.ts';
import type { Scholion } from '../scholion.ts';
import type { Document } from '../store/generated/client.ts';

/** How many names are listed of a document. */
const LIMIT = 1_000;

/** Lists the names in a document that the registry lacks, a line each. */
export async function discoverIn(
  { store, texts, lexicons }: Scholion,
  { id: documentId, slug, language }: Document,
): Promise<string> {
  const [latest] = await findRevisions(store.prisma, [{ documentId, number: null }]);
  const revision = latest ? (await texts.load(store.prisma, [latest.id])).get(latest.id) : undefined;
  if (revision === undefined) throw new Error(`The latest revision of ${slug} is not in the store`);
  const candidates = await discover(store.prisma, lexicons, revision, language, LIMIT);
  if (!/^en(?:-|$)/i.test(language))
    return `${slug}\tnames are guessed in English only, and its language is ${language}; say otherwise with scholion import --language en`;
  if (candidates.length === 0) return `${slug}\tnothing found`;
  return candidates.map(({ name, kind, count }) => `${slug}\t${count}\t${kind}\t${name}`).join('\n');
}
