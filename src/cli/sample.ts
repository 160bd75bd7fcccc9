import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localPrincipal } from '../access/principal.ts';
import { importDocument } from '../documents/import.ts';
import type { Scholion } from '../scholion.ts';
import { seedFolder } from '../store/paths.ts';
import { addSampleCitations, findUnfinishedSample, importSampleSources } from './sample-citations.ts';

const SLUG = 'secret-speech';

/**
 * Imports the sample article, the entities that it mentions, and the sources that it cites, where there is no document yet;
 * where that was interrupted, what is missing.
 */
export async function importSample(scholion: Scholion): Promise<void> {
  const { store, localAgentId } = scholion;
  const first = await store.prisma.document.findFirst({ select: { id: true } });
  const unfinished = first === null ? null : await findUnfinishedSample(scholion, SLUG);
  if (first !== null && unfinished === null) return;
  if (unfinished === null) {
    // Loaded here, as the first start alone needs it.
    const { importEntityFile } = await import('../entities/exchange/import.ts');
    await importEntityFile(store, localAgentId, join(seedFolder, 'entities.jsonl'));
  }
  const citations = await importSampleSources(scholion);
  const documentId = unfinished ?? (await importArticle(scholion));
  await addSampleCitations(scholion, localPrincipal(localAgentId), documentId, citations);
}

async function importArticle({ store, texts, linker, localAgentId }: Scholion): Promise<string> {
  const { document } = await importDocument(store, texts, linker, localPrincipal(localAgentId), {
    slug: SLUG,
    format: 'PLAIN_WIKI',
    source: await readFile(join(seedFolder, 'secret-speech.txt'), 'utf8'),
    language: 'en',
    licence: 'CC BY-SA 4.0',
    attribution: 'Wikipedia contributors',
    sourceUrl: 'https://en.wikipedia.org/wiki/On_the_Cult_of_Personality_and_Its_Consequences',
  });
  return document.id;
}
