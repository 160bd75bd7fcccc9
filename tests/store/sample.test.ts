import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { localPrincipal } from '../../src/access/principal.ts';
import { deleteCitation } from '../../src/citations/remove.ts';
import { emptyContent } from '../../src/citations/source.ts';
import { importSources } from '../../src/citations/sources/import.ts';
import { importSample } from '../../src/cli/sample.ts';
import { addSampleCitations, importSampleSources } from '../../src/cli/sample-citations.ts';
import { importDocument } from '../../src/documents/import.ts';
import { openScholion, type Scholion } from '../../src/scholion.ts';
import { seedFolder } from '../../src/store/paths.ts';
import { createDatabase } from '../support/test-database.ts';

/** Opens a store of the test's own, an empty one or one that has the sample. */
async function open(template: 'empty' | 'sample' = 'empty'): Promise<Scholion> {
  const database = await createDatabase(template);
  const scholion = await openScholion(database.location);
  onTestFinished(async () => {
    await scholion.close();
    await database.remove();
  });
  return scholion;
}

/** What the places of the article cite, in the order in which they were added, with the words that cite and are quoted. */
async function cited({ store }: Scholion) {
  const citations = await store.prisma.citation.findMany({
    where: { deletedAt: null },
    orderBy: { id: 'asc' },
    select: {
      source: { select: { key: true } },
      anchors: { orderBy: { ordinal: 'asc' }, select: { exact: true } },
    },
  });
  return citations.map(({ source, anchors }) => [source.key, ...anchors.map(({ exact }) => exact)]);
}

async function events({ store }: Scholion): Promise<number> {
  return await store.prisma.event.count();
}

async function importArticle({ store, texts, linker, localAgentId }: Scholion): Promise<string> {
  const { document } = await importDocument(store, texts, linker, localPrincipal(localAgentId), {
    slug: 'secret-speech',
    format: 'PLAIN_WIKI',
    source: readFileSync(join(seedFolder, 'secret-speech.txt'), 'utf8'),
    language: 'en',
  });
  return document.id;
}

it('a first start takes in what the article cites, once', async () => {
  const scholion = await open();
  await importSample(scholion);
  const all = await cited(scholion);
  expect(all).toHaveLength(20);
  expect(all.filter(([key]) => key === 'getty1985')).toEqual([
    [
      'getty1985',
      'J. Arch Getty commented in 1985',
      "Khrushchev's revelations [...] are almost entirely self-serving. It is hard to avoid the impression that the revelations had political purposes in Khrushchev's struggle with Molotov, Malenkov, and Kaganovich",
    ],
  ]);
  expect(await scholion.store.prisma.source.count()).toBe(14);
  const before = await events(scholion);
  await importSample(scholion);
  expect(await events(scholion)).toBe(before);
});

it.each([0, 7])(
  'a first start that was stopped after %i citations is finished by the next',
  async (count) => {
    const whole = await open('sample');
    const scholion = await open();
    const { sourceIds, citations } = await importSampleSources(scholion);
    const document = await importArticle(scholion);
    const done = { sourceIds, citations: citations.slice(0, count) };
    await addSampleCitations(scholion, localPrincipal(scholion.localAgentId), document, done);
    expect(await cited(scholion)).toHaveLength(count);
    await importSample(scholion);
    expect(await cited(scholion)).toEqual(await cited(whole));
  },
);

it('a first start that was stopped before the article is finished by the next', async () => {
  const scholion = await open();
  await importSampleSources(scholion);
  await importSample(scholion);
  expect(await cited(scholion)).toHaveLength(20);
  expect(await scholion.store.prisma.source.count()).toBe(14);
});

it('an article that came without sources stays so', async () => {
  const scholion = await open();
  await importArticle(scholion);
  await importSample(scholion);
  expect(await scholion.store.prisma.source.count()).toBe(0);
});

it('a citation that was deleted stays deleted', async () => {
  const scholion = await open('sample');
  const { store, localAgentId } = scholion;
  const last = await store.prisma.citation.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await deleteCitation(store, localPrincipal(localAgentId), last.id, null);
  await importSample(scholion);
  expect(await cited(scholion)).toHaveLength(19);
});

it("another source that has a key of the sample's is left alone, and not cited", async () => {
  const scholion = await open();
  const content = { ...emptyContent('BOOK'), title: 'Poems' };
  await importSources(scholion.store, scholion.localAgentId, [
    { place: 1, key: 'marx', content, dropped: [] },
  ]);
  await importSample(scholion);
  const sources = await scholion.store.prisma.source.findMany({
    where: { key: { startsWith: 'marx' } },
    orderBy: { id: 'asc' },
    select: {
      key: true,
      title: true,
      creators: { select: { family: true, literal: true } },
      citations: true,
    },
  });
  expect(sources.map(({ citations, ...source }) => ({ ...source, cited: citations.length }))).toEqual([
    { key: 'marx', title: 'Poems', creators: [], cited: 0 },
    {
      key: 'marxa',
      title: null,
      creators: [
        { family: 'Marx', literal: null },
        { family: null, literal: 'German worker' },
      ],
      cited: 1,
    },
  ]);
});
