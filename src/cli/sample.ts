import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localPrincipal } from '../access/principal.ts';
import { importDocument } from '../documents/import.ts';
import { importEntityFile } from '../entities/exchange/import.ts';
import type { Scholion } from '../scholion.ts';
import { seedFolder } from '../store/paths.ts';

/** Imports the sample article, and the entities that it mentions, where there is no document yet. */
export async function importSample({ store, texts, linker, localAgentId }: Scholion): Promise<void> {
  const first = await store.prisma.document.findFirst({ select: { id: true } });
  if (first !== null) return;
  await importEntityFile(store, localAgentId, join(seedFolder, 'entities.jsonl'));
  await importDocument(store, texts, linker, localPrincipal(localAgentId), {
    slug: 'secret-speech',
    format: 'PLAIN_WIKI',
    source: await readFile(join(seedFolder, 'secret-speech.txt'), 'utf8'),
    language: 'en',
    licence: 'CC BY-SA 4.0',
    attribution: 'Wikipedia contributors',
    sourceUrl: 'https://en.wikipedia.org/wiki/On_the_Cult_of_Personality_and_Its_Consequences',
  });
}
