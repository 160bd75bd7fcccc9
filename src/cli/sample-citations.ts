import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Principal } from '../access/principal.ts';
import { addCitation } from '../citations/add.ts';
import { type ReadCitation, readCitations } from '../citations/exchange/citations-file.ts';
import { importSources } from '../citations/sources/import.ts';
import type { Scholion } from '../scholion.ts';
import { seedFolder } from '../store/paths.ts';

/** The sources of the sample article in the store, and the places in it that cite them. */
export interface SampleCitations {
  /** By the keys that the file of citations has. */
  sourceIds: ReadonlyMap<string, string>;
  citations: readonly ReadCitation[];
}

/**
 * Takes in the sources of the sample article; again, what is there already stays as it is. They come before the article, so
 * that `isSampleUnfinished` can tell.
 */
export async function importSampleSources({ store, localAgentId }: Scholion): Promise<SampleCitations> {
  // Loaded here, as the first start alone needs it.
  const { readSources } = await import('../citations/exchange/read.ts');
  const sources = readSources(await seedFile('sources.json'), 'csl-json');
  const keys: string[] = [];
  await importSources(store, localAgentId, sources, {
    strict: true,
    onOutcome: ({ key }) => {
      keys.push(key);
    },
  });
  const rows = await store.prisma.source.findMany({
    where: { key: { in: keys }, deletedAt: null },
    select: { key: true, canonicalId: true },
  });
  const ids = new Map(rows.map(({ key, canonicalId }) => [key, canonicalId]));
  const sourceIds = new Map<string, string>();
  for (const [index, { key }] of sources.entries()) {
    // Where somebody's source has its key, it has another one in the store.
    const id = ids.get(keys[index] ?? '');
    if (key !== null && id !== undefined) sourceIds.set(key, id);
  }
  return { sourceIds, citations: await readSampleCitations() };
}

/** Adds the citations of the sample article that are not there yet. */
export async function addSampleCitations(
  { store, texts }: Scholion,
  principal: Principal,
  documentId: string,
  { sourceIds, citations }: SampleCitations,
): Promise<void> {
  const keys = citations.map(idempotencyKeyOf);
  const there = await store.prisma.citation.findMany({
    where: { creatorId: principal.agentId ?? '', idempotencyKey: { in: keys } },
    select: { idempotencyKey: true },
  });
  const added = new Set(there.map(({ idempotencyKey }) => idempotencyKey));
  for (const citation of citations) {
    const idempotencyKey = idempotencyKeyOf(citation);
    if (added.has(idempotencyKey)) continue;
    const { source, target, quoted, locator, locatorLabel } = citation;
    const sourceId = sourceIds.get(source);
    if (sourceId === undefined) throw new Error(`The sample cites ${source}, which is not among its sources`);
    const given = {
      documentId,
      revision: 1,
      sourceId,
      target,
      quoted,
      locator,
      locatorLabel,
      idempotencyKey,
    };
    await addCitation(store, texts, principal, given);
  }
}

/**
 * Whether a first start took in the sources of the sample and then the article, and was stopped before the last citation. An
 * article of an earlier version, or one of which somebody deleted the citations, is not unfinished.
 * @returns the article's id; null where it is not unfinished.
 */
export async function findUnfinishedSample(
  { store, localAgentId }: Scholion,
  slug: string,
): Promise<string | null> {
  const last = (await readSampleCitations()).at(-1);
  if (last === undefined) return null;
  const rows = await store.prisma.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM document d JOIN event i ON i.document_id = d.id AND i.kind = 'DOCUMENT_IMPORTED'
    WHERE d.slug = ${slug} AND i.agent_id = ${localAgentId}::uuid
      AND EXISTS (
        SELECT FROM source s JOIN event e ON e.source_id = s.id AND e.kind = 'SOURCE_SAVED'
        WHERE s.key = ${last.source} AND e.agent_id = i.agent_id AND e.sequence < i.sequence)
      AND NOT EXISTS (
        SELECT FROM citation c
        WHERE c.creator_id = i.agent_id AND c.idempotency_key = ${idempotencyKeyOf(last)})`;
  return rows[0]?.id ?? null;
}

function idempotencyKeyOf({ line }: ReadCitation): string {
  return `sample-citation-${line}`;
}

async function readSampleCitations(): Promise<ReadCitation[]> {
  return readCitations(await seedFile('citations.jsonl'));
}

async function seedFile(name: string): Promise<string> {
  return await readFile(join(seedFolder, name), 'utf8');
}
