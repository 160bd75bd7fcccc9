import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/access/principal.ts';
import { deleteSource } from '../../../../src/citations/sources/delete.ts';
import { duplicatesOf } from '../../../../src/citations/sources/duplicates.ts';
import { listSourceEvents } from '../../../../src/citations/sources/history.ts';
import { mergeSources } from '../../../../src/citations/sources/merge.ts';
import { KeyTaken, SourceCited, SourceConflict } from '../../../../src/citations/sources/problems.ts';
import { findSource, readSourceRecords, readSources } from '../../../../src/citations/sources/read.ts';
import { undoSourceMerge } from '../../../../src/citations/sources/undo-merge.ts';
import { holdSources } from '../../../../src/hold-sources.ts';
import { getty } from '../contents.ts';
import { useSources } from './sources.ts';

const sources = useSources();
const UNKNOWN = '01a20c2a-3cfc-775f-9f27-0444ba67e4a9';

async function named(...keys: string[]): Promise<string[]> {
  const ids = [];
  for (const key of keys) ids.push((await sources.add({ title: key }, key)).source.id);
  return ids;
}

const merge = (id: string, into: string) => mergeSources(sources.store, sources.editor, id, into);
const undo = (id: string) => undoSourceMerge(sources.store, sources.editor, id);
const remove = (id: string, version: number | null = null) =>
  deleteSource(sources.store, sources.editor, id, version);

/** As which source each is read, by key. */
async function readAs(ids: string[]): Promise<(string | null)[]> {
  const found = await readSources(sources.store.prisma, ids);
  return ids.map((id) => found.get(id)?.key ?? null);
}

describe('merging', () => {
  it('moves nothing: the old id and key lead to the other one, which stays as it is', async () => {
    const [a = '', b = ''] = await named('a', 'b');
    expect(await merge(a, b)).toMatchObject({ id: b, key: 'b', version: 1 });
    expect(await readAs([a, b])).toEqual(['b', 'b']);
    expect((await findSource(sources.store.prisma, { key: 'a' }))?.id).toBe(b);
    expect(Object.keys(await sources.all())).toEqual(['b']);
    const records = await readSourceRecords(sources.store.prisma, [a]);
    expect(records.get(a)).toMatchObject({ key: 'a', mergedIntoId: b, canonicalId: b });
    expect(await sources.add({}, 'a').catch((thrown: unknown) => thrown)).toBeInstanceOf(KeyTaken);
    expect((await sources.change(a, 1, { volume: '1' })).source).toMatchObject({ id: b, volume: '1' });
  });

  it('makes chains, never circles, whichever of two comes first', async () => {
    const [a = '', b = '', c = ''] = await named('a', 'b', 'c');
    const both = await Promise.allSettled([merge(a, b), merge(b, a)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [survivor] = await readAs([a]);
    expect(await readAs([b])).toEqual([survivor]);
    await merge(a, c);
    expect(await readAs([a, b, c])).toEqual(['c', 'c', 'c']);
    await expect(merge(c, a)).rejects.toThrow('The two are one already, c');
    await expect(merge(c, c)).rejects.toThrow('A source cannot be merged into itself');
    await expect(merge(UNKNOWN, c)).rejects.toThrow('There is no source with the id in `source`');
    await expect(merge(c, UNKNOWN)).rejects.toThrow('There is no source with the id in `into`');
    await expect(mergeSources(sources.store, anonymous, a, b)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is undone in the middle of a chain, with what hangs on it', async () => {
    const [a = '', b = '', c = '', d = ''] = await named('a', 'b', 'c', 'd');
    await merge(a, b);
    await merge(b, c);
    await merge(d, c);
    expect(await undo(b)).toMatchObject({ id: b, key: 'b', mergedIntoId: null, canonicalId: b });
    expect(await readAs([a, b, c, d])).toEqual(['b', 'b', 'c', 'c']);
    expect(await undo(a)).toMatchObject({ key: 'a', version: 1 });
    expect(await readAs([a, b, c, d])).toEqual(['a', 'b', 'c', 'c']);
    await expect(undo(a)).rejects.toThrow('a is not merged into another source');
    await expect(undo(UNKNOWN)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await undo(d);
    expect(await sources.all()).toMatchObject({ a: { title: 'a' }, b: {}, c: {}, d: {} });
    const [events = []] = await listSourceEvents(sources.store.prisma, [c], { limit: 20, after: null });
    expect(events.map(({ kind, sourceId }) => [kind, sourceId])).toEqual([
      ['SOURCE_SAVED', c],
      ['SOURCES_MERGED', b],
      ['SOURCES_MERGED', d],
      ['SOURCE_MERGE_UNDONE', b],
      ['SOURCE_MERGE_UNDONE', d],
    ]);
  });
});

describe('deleting', () => {
  it('frees the key, and takes the source from everywhere', async () => {
    const [a = ''] = await named('a');
    const { deletedAt } = await remove(a, 1);
    expect(deletedAt).not.toBeNull();
    expect(await readAs([a])).toEqual([null]);
    expect(await findSource(sources.store.prisma, { key: 'a' })).toBeNull();
    expect(await sources.all()).toEqual({});
    const terms = await sources.store.prisma.$queryRaw`SELECT term FROM source_term`;
    expect(terms).toEqual([]);
    expect((await sources.add({}, 'a')).source.id).not.toBe(a);
    await expect(remove(a)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(sources.change(a, 1, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [b = ''] = await named('b');
    await expect(merge(a, b)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(merge(b, a)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remove(b, 2)).rejects.toBeInstanceOf(SourceConflict);
    await expect(deleteSource(sources.store, anonymous, b, null)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('of a merged one means the one that it is read as, with all that was merged into it', async () => {
    const [a = '', b = ''] = await named('a', 'b');
    await merge(a, b);
    expect(await remove(a)).toMatchObject({ id: b });
    expect(await readAs([a, b])).toEqual([null, null]);
    await expect(undo(a)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await named('a', 'b');
    expect(Object.keys(await sources.all())).toEqual(['a', 'b']);
  });

  it('is refused while anything refers to it or to what was merged into it', async () => {
    const [a = '', b = ''] = await named('a', 'b');
    const document = await sources.document();
    const citation = await sources.cite(a, document);
    const annotation = await sources.annotate(a, document);
    await merge(a, b);
    const error = await remove(b).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceCited);
    expect(error).toMatchObject({ code: 'SOURCE_CITED', citations: 2 });
    const { prisma } = sources.store;
    await prisma.citation.update({ where: { id: citation }, data: { deletedAt: new Date() } });
    await expect(remove(b)).rejects.toThrow('One citation or annotation refers to b; delete those first');
    await prisma.annotation.update({ where: { id: annotation }, data: { deletedAt: new Date() } });
    await remove(b);
    expect(await sources.all()).toEqual({});
  });

  it('waits for what is being written that holds the source', async () => {
    const [a = ''] = await named('a');
    const document = await sources.document();
    let deletion: Promise<unknown> = Promise.resolve();
    await sources.store.prisma.$transaction(async (transaction) => {
      expect(await holdSources(transaction, [a, UNKNOWN])).toEqual(new Map([[a, a]]));
      deletion = remove(a).catch((thrown: unknown) => thrown);
      await transaction.citation.create({
        data: { sourceId: a, documentId: document, creatorId: sources.agentId },
      });
    });
    expect(await deletion).toBeInstanceOf(SourceCited);
    await sources.store.prisma.citation.deleteMany();
    await remove(a);
    expect(await holdSources(sources.store.prisma, [a])).toEqual(new Map());
  });
});

describe('possible duplicates', () => {
  it('are told when a source is saved, the most telling reason first, and each once', async () => {
    const { source: first } = await sources.add({ ...getty, doi: '10.1000/1' });
    const { source: second } = await sources.add({ type: 'REPORT', doi: '10.1000/1', title: 'Other' });
    const { source: third } = await sources.add({
      ...getty,
      isbn: null,
      title: 'Origins of the Great Purge',
    });
    const { duplicates } = await sources.add({ ...getty, doi: '10.1000/1' });
    expect(duplicates.map(({ source, why }) => [source.id, why])).toEqual([
      [first.id, 'DOI'],
      [second.id, 'DOI'],
      [third.id, 'AUTHOR_YEAR_TITLE'],
    ]);
    await merge(second.id, first.id);
    const found = await duplicatesOf(sources.store.prisma, [third.id, first.id]);
    expect(found.get(third.id)?.map(({ source, why }) => [source.id, why])).toContainEqual([
      first.id,
      'AUTHOR_YEAR_TITLE',
    ]);
    expect(found.get(first.id)?.some(({ source }) => [first.id, second.id].includes(source.id))).toBe(false);
  });

  it('are found by what was merged into them, and no more than twenty', async () => {
    const { source: twin } = await sources.add(getty);
    const [other = ''] = await named('other');
    await merge(twin.id, other);
    const { duplicates } = await sources.add(getty);
    expect(duplicates.map(({ source, why }) => [source.key, why])).toEqual([['other', 'ISBN']]);
    await sources.import(
      Array.from({ length: 30 }, (_, index) => ({
        place: index,
        key: `k${index}`,
        content: getty,
        dropped: [],
      })),
    );
    expect((await sources.add(getty)).duplicates).toHaveLength(20);
  });
});
