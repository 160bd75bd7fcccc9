import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/access/principal.ts';
import { BatchReaders } from '../../../../src/batch-readers.ts';
import { sourceStateOf } from '../../../../src/citations/sources/events.ts';
import { countSourceEvents, listSourceEvents } from '../../../../src/citations/sources/history.ts';
import { createSourceLoaders } from '../../../../src/citations/sources/loaders.ts';
import { KeyTaken, SourceConflict } from '../../../../src/citations/sources/problems.ts';
import { findSource, readCreators } from '../../../../src/citations/sources/read.ts';
import { saveSource } from '../../../../src/citations/sources/save.ts';
import { Memory } from '../../../../src/memory/memory.ts';
import { content, getty, person } from '../contents.ts';
import { useSources } from './sources.ts';

const sources = useSources();
const { type: _type, ...known } = getty;

/** What stands in the index of a source. */
async function termsOf(id: string): Promise<string[]> {
  const rows = await sources.store.prisma.$queryRaw<{ term: string }[]>`
    SELECT term FROM source_term WHERE source_id = ${id}::uuid ORDER BY term`;
  return rows.map(({ term }) => term);
}

describe('a new source', () => {
  it('is stored whole, under a key of its own', async () => {
    const { source, created, duplicates } = await sources.add(getty);
    expect({ created, duplicates }).toEqual({ created: true, duplicates: [] });
    expect(source).toMatchObject({ key: 'getty1985', version: 1, mergedIntoId: null, deletedAt: null });
    expect(source.canonicalId).toBe(source.id);
    expect(await sources.all()).toEqual({ getty1985: getty });
    expect((await readCreators(sources.store.prisma, [source.id])).get(source.id)).toEqual(getty.creators);
    const terms = await termsOf(source.id);
    expect(terms).toEqual(
      expect.arrayContaining(['getty', '=getty1985', '&getty', '&j arch getty', '&getty|1985']),
    );
    const words = await sources.store.prisma.$queryRaw<{ word: string }[]>`SELECT word FROM source_word`;
    expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['getty', 'purges']));
  });

  it('gets the next free letter where its key is taken', async () => {
    const keys = [];
    for (let count = 0; count < 29; count += 1)
      keys.push((await sources.add({ ...known, isbn: null })).source.key);
    expect(keys.slice(0, 3)).toEqual(['getty1985', 'getty1985a', 'getty1985b']);
    expect(keys.slice(-3)).toEqual(['getty1985z', 'getty1985aa', 'getty1985ab']);
  });

  it('needs a type, and an editor', async () => {
    const saving = { id: null, version: null, key: null, changes: { title: 'A' } };
    await expect(saveSource(sources.store, sources.editor, saving)).rejects.toThrow(
      'A new source needs a type',
    );
    await expect(saveSource(sources.store, anonymous, saving)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(sources.add({ title: '' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(sources.add({}, 'a b')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await sources.all()).toEqual({});
  });

  it('does not take the key of another one', async () => {
    const { source } = await sources.add(getty, 'Getty');
    const error = await sources.add({}, 'Getty').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeyTaken);
    expect(error).toMatchObject({ code: 'KEY_TAKEN', source: { id: source.id } });
  });
});

describe('a change', () => {
  it('leaves what it does not name, and counts', async () => {
    const { source } = await sources.add(getty);
    const changes = { title: 'Another Title', creators: [person('Gorlizki')], publisher: null };
    const { source: after, created } = await sources.change(source.id, 1, changes, 'gorlizki');
    expect(created).toBe(false);
    expect(after).toMatchObject({ id: source.id, key: 'gorlizki', version: 2, isbn: getty.isbn });
    expect(after.createdAt).toEqual(source.createdAt);
    expect(await sources.all()).toEqual({ gorlizki: { ...getty, ...changes } });
    const terms = await termsOf(source.id);
    expect(terms).toEqual(expect.arrayContaining(['gorlizki', '=gorlizki', '&gorlizki|1985']));
    expect(terms.filter((term) => /getty|purges/.test(term))).toEqual([]);
  });

  it('that changes nothing writes nothing', async () => {
    const { source } = await sources.add(getty);
    const before = await sources.footprint();
    const again = await sources.change(source.id, 1, { ...getty, doi: null }, 'getty1985');
    expect(again.source).toEqual(source);
    expect(await sources.footprint()).toEqual(before);
  });

  it('of an old version, of none or of no source is refused', async () => {
    const { source } = await sources.add(getty);
    await sources.change(source.id, 1, { volume: '1' });
    const error = await sources.change(source.id, 1, { volume: '2' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceConflict);
    expect(error).toMatchObject({ current: { version: 2, volume: '1' } });
    const saving = { id: source.id, version: null, key: null, changes: {} };
    await expect(saveSource(sources.store, sources.editor, saving)).rejects.toThrow(
      'The version of the source is missing',
    );
    await expect(sources.change('01a20c2a-3cfc-775f-9f27-0444ba67e4a9', 1, {})).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('of two at once one is refused, and two new sources at once get two keys', async () => {
    const { source } = await sources.add(getty);
    const changes = await Promise.allSettled(
      ['1', '2', '3'].map((volume) => sources.change(source.id, 1, { volume })),
    );
    expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const change of changes)
      if (change.status === 'rejected') expect(change.reason).toBeInstanceOf(SourceConflict);
    const added = await Promise.all([1, 2, 3, 4].map(() => sources.add(getty)));
    expect(added.map((one) => one.source.key).sort()).toEqual([
      'getty1985a',
      'getty1985b',
      'getty1985c',
      'getty1985d',
    ]);
  });
});

describe('finding one', () => {
  it('goes by key, DOI, ISBN and address in any spelling, the oldest first, the book before its chapters', async () => {
    const { prisma } = sources.store;
    const chapter = await sources.add({ type: 'CHAPTER', title: 'One', isbn: '9780804429573' });
    const book = await sources.add(
      { isbn: '080442957X', doi: '10.1000/A', url: 'http://example.org' },
      'книга',
    );
    await sources.add({ doi: '10.1000/A' });
    const find = async (by: Parameters<typeof findSource>[1]) => (await findSource(prisma, by))?.id ?? null;
    expect(await find({ key: ' книга ' })).toBe(book.source.id);
    expect(await find({ doi: 'https://doi.org/10.1000/a' })).toBe(book.source.id);
    expect(await find({ isbn: '0-8044-2957-X' })).toBe(book.source.id);
    expect(await find({ url: 'HTTP://example.org/' })).toBe(book.source.id);
    expect(await find({ key: 'a b\0' })).toBeNull();
    expect(await find({ doi: '10.1000/b' })).toBeNull();
    await expect(find({ isbn: '1' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(find({ url: 'example' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(chapter.source.type).toBe('CHAPTER');
  });
});

it('The history tells what a source was, oldest first', async () => {
  const { source } = await sources.add(getty);
  await sources.change(source.id, 1, { volume: '1' }, 'other');
  const page = { limit: 10, after: null };
  const [events = []] = await listSourceEvents(sources.store.prisma, [source.id], page);
  expect(events.map((event) => sourceStateOf(event))).toEqual([
    { key: 'getty1985', version: 1, content: getty },
    { key: 'other', version: 2, content: { ...getty, volume: '1' } },
  ]);
  const [rest = []] = await listSourceEvents(sources.store.prisma, [source.id], {
    limit: 10,
    after: events[0]?.id ?? '',
  });
  expect(rest).toEqual(events.slice(1));
  expect(await countSourceEvents(sources.store.prisma, [source.id])).toEqual(new Map([[source.id, 2]]));
});

it('Loaders read any number at once', async () => {
  const saved = [await sources.add(getty), await sources.add(content({ title: 'Another' }))];
  const loaders = createSourceLoaders(sources.store, new BatchReaders(new Memory(sources.store).reading()));
  const from = sources.statements.length;
  const ids = saved.map(({ source }) => source.id);
  const read = await Promise.all(ids.map(async (id) => await loaders.source.read(id)));
  const creators = await Promise.all(ids.map(async (id) => await loaders.sourceCreators.read(id)));
  expect(read).toEqual(saved.map(({ source }) => source));
  expect(creators).toEqual([getty.creators, []]);
  expect(sources.statements.length - from).toBe(2);
});
