import type { Document } from '../store/generated/client.ts';
import type { Client } from '../store/store.ts';

/** Finds documents by their slug or by where they were taken from, in one statement; null where there is none. */
export async function findDocuments(
  statements: Client,
  wanted: readonly ({ slug: string } | { sourceUrl: string })[],
): Promise<(Document | null)[]> {
  const slugs = wanted.flatMap((by) => ('slug' in by ? by.slug : []));
  const urls = wanted.flatMap((by) => ('slug' in by ? [] : by.sourceUrl));
  const rows = await statements.document.findMany({
    where: { OR: [{ slug: { in: slugs } }, { sourceUrl: { in: urls } }] },
  });
  return wanted.map(
    (by) =>
      rows.find((row) => ('slug' in by ? row.slug === by.slug : row.sourceUrl === by.sourceUrl)) ?? null,
  );
}

/** Finds the revisions that blocks are of, by the ids of these. */
export async function findRevisionsOfBlocks(
  statements: Client,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const blocks = await statements.block.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, revisionId: true },
  });
  return new Map(blocks.map((block) => [block.id, block.revisionId]));
}
