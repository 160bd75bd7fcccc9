import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Data, useService } from '../support/service.ts';

const service = useService();

interface Place {
  start: number;
  end: number;
  entity: string;
  kind: string;
}

const keyOf = ({ start, end, entity }: Place): string => `${start}-${end} ${entity}`;

const KINDS = new Map<string, string>(
  readFileSync(join(import.meta.dirname, '../../prisma/seed/entities.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ slug, kind }: { slug: string; kind: string }) => [slug, kind]),
);

/** What a person found, reading. */
function annotated(): Place[] {
  const [, ...rows] = readFileSync(join(import.meta.dirname, '../entities/sample/mentions.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => {
    const [start, end, , entity = ''] = row.split('\t');
    return { start: Number(start), end: Number(end), entity, kind: KINDS.get(entity) ?? '' };
  });
}

/** What the linker found: of several suggestions for the same words, those that are likelier than all else. */
async function linked(): Promise<Place[]> {
  const places: Place[] = [];
  for (let after: string | null = null; ; ) {
    const { document }: Data = await service().data(
      `query M($after: String) { document(by: { slug: "secret-speech" }) { mentions(first: 100, after: $after, confidence: 0.501) {
        pageInfo { hasNextPage endCursor }
        edges { node { surface entity { slug kind } anchor { range { start end } } } } } } }`,
      { after },
    );
    for (const { node } of document.mentions.edges) {
      const { entity, anchor } = node;
      places.push({ ...anchor.range, entity: entity.slug, kind: entity.kind });
    }
    if (!document.mentions.pageInfo.hasNextPage) return places;
    after = document.mentions.pageInfo.endCursor;
  }
}

describe('the sample article', () => {
  it('has the mentions that a person found in it', async () => {
    const [wanted, found] = [annotated(), await linked()];
    const [wantedKeys, foundKeys] = [new Set(wanted.map(keyOf)), new Set(found.map(keyOf))];
    const right = found.filter((place) => wantedKeys.has(keyOf(place))).length;
    const misses = wanted.filter((place) => !foundKeys.has(keyOf(place))).map(keyOf);
    const extras = found.filter((place) => !wantedKeys.has(keyOf(place))).map(keyOf);
    expect(right / found.length, `found in excess: ${extras.join('; ')}`).toBeGreaterThanOrEqual(0.97);
    expect(right / wanted.length, `not found: ${misses.join('; ')}`).toBeGreaterThanOrEqual(0.97);
    const byKind = (places: readonly Place[]) =>
      Object.fromEntries(
        [...new Set(KINDS.values())]
          .sort()
          .map((kind) => [kind, places.filter((one) => one.kind === kind).length]),
      );
    expect({ annotated: byKind(wanted), linked: byKind(found) }).toMatchSnapshot();
  });

  it('ranks its entities by how often they come, in pages', async () => {
    const page = async (after: string | null): Promise<Data> =>
      (
        await service().data(
          `query E($after: String) { document(by: { slug: "secret-speech" }) { entities(first: 30, after: $after) {
            totalCount pageInfo { hasNextPage endCursor } edges { node { count confirmed entity { slug name } } } } } }`,
          { after },
        )
      ).document.entities;
    const ranked: Data[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo, totalCount }: Data = await page(after);
      expect(totalCount).toBe(88);
      ranked.push(...edges.map(({ node }: Data) => node));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(ranked).toHaveLength(88);
    const counts = ranked.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(ranked.slice(0, 2)).toMatchObject([
      { count: 49, confirmed: 0, entity: { slug: 'joseph-stalin' } },
      { count: 40, confirmed: 0, entity: { slug: 'nikita-khrushchev' } },
    ]);
    expect(ranked.find(({ entity }) => entity.slug === 'secret-speech')?.count).toBe(13);
  });
});
