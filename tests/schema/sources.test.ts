import { beforeAll, describe, expect, it } from 'vitest';
import { useService } from '../support/service.ts';
import { changeSource, savedSource, saveSource, sourceBy } from '../support/sources.ts';

const service = useService({ sample: false });

beforeAll(async () => {
  await service().addPrincipal('annotator');
});

const author = (family: string, given?: string) => ({ family, ...(given === undefined ? {} : { given }) });

describe('saving a source', () => {
  it('keeps what is known and nothing else', async () => {
    const { created, source, duplicates } = await saveSource(service(), {
      type: 'DOCUMENT',
      creators: [author('Getty', 'J. Arch')],
      issued: '1985',
    });
    expect({ created, duplicates }).toEqual({ created: true, duplicates: [] });
    expect(source).toMatchObject({
      key: 'getty1985',
      type: 'DOCUMENT',
      title: null,
      publisher: null,
      issued: '1985',
      doi: null,
      version: 1,
      creators: [{ role: 'AUTHOR', name: 'J. Arch Getty', family: 'Getty', given: 'J. Arch', literal: null }],
    });
  });

  it('takes names in any script, however long', async () => {
    const family = `a${'\u{10330}'.repeat(30)} `.repeat(6);
    const source = await savedSource(service(), {
      type: 'BOOK',
      creators: [{ family, given: 'b' }],
      issued: '1999',
    });
    expect(source.creators[0].family).toBe(family.trim());
    const found = await service().data(
      'query A($author: String) { sources(filter: { author: $author }, first: 5) { edges { node { key } } } }',
      { author: family },
    );
    expect(found.sources.edges.map(({ node }: { node: { key: string } }) => node.key)).toEqual([source.key]);
  });

  it('gives every source a key of its own', async () => {
    const keys: string[] = [];
    for (const title of ['One', 'Two', 'Three'])
      keys.push(
        (await savedSource(service(), { type: 'BOOK', title, creators: [author('Ünal')], issued: '2001' }))
          .key,
      );
    expect(keys).toEqual(['unal2001', 'unal2001a', 'unal2001b']);
    const taken = await saveSource(service(), { type: 'BOOK', key: 'unal2001' });
    expect(taken).toMatchObject({ __typename: 'KeyTaken', source: { key: 'unal2001' } });
    expect(taken.message).toContain('unal2001');
  });

  it('normalizes DOI, ISBN and URL, and finds by any spelling', async () => {
    const { id } = await savedSource(service(), {
      type: 'ARTICLE_JOURNAL',
      key: 'identified',
      title: 'Identified',
      doi: 'https://doi.org/10.2307/ABC.123',
      isbn: '0-306-40615-2',
      url: 'https://example.org/a',
    });
    expect(await sourceBy(service(), { id })).toMatchObject({
      doi: '10.2307/abc.123',
      isbn: '9780306406157',
    });
    for (const by of [
      { doi: 'doi:10.2307/abc.123' },
      { doi: 'HTTP://DX.DOI.ORG/10.2307/Abc.123' },
      { isbn: '978-0-306-40615-7' },
      { isbn: '0306406152' },
      { url: 'https://example.org/a' },
      { key: 'identified' },
    ])
      expect((await sourceBy(service(), by))?.key).toBe('identified');
    for (const by of [{ doi: '10.1000/none' }, { key: 'nobody' }, { isbn: '9783161484100' }])
      expect(await sourceBy(service(), by)).toBeNull();
  });

  it.each([
    ['a DOI that is none', { doi: '11.1000/182' }, 'DOI'],
    ['a wrong check digit', { isbn: '978-0-306-40615-8' }, 'ask for 7'],
    ['an ISBN of ten letters', { isbn: 'abcdefghij' }, 'ISBN'],
    ['an ISSN with a wrong check digit', { issn: '0037-6770' }, 'ISSN'],
    ['a date that is none', { issued: 'June 5, 1956' }, 'EDTF'],
    ['an empty title', { title: '  ' }, 'title'],
    ['a title of 100,000 characters', { title: 'x'.repeat(100_000) }, 'title'],
    ['a creator without a name', { creators: [{ given: 'Ann' }] }, 'famil'],
    ['a creator with two names', { creators: [{ family: 'A', literal: 'B' }] }, 'literal'],
    ['a key with braces', { key: 'a{b}' }, 'key'],
  ])('refuses %s in one sentence', async (_name, fault, word) => {
    const result = await saveSource(service(), { type: 'BOOK', ...fault });
    expect(result).toMatchObject({ __typename: 'InputInvalid', code: 'INPUT_INVALID' });
    expect(result.message.toLowerCase()).toContain(word.toLowerCase());
    expect(result.message.length).toBeLessThan(300);
  });

  it('needs a type, the version that it is made on, and the right to', async () => {
    expect(await saveSource(service(), { title: 'No type' })).toMatchObject({ __typename: 'InputInvalid' });
    const { id } = await savedSource(service(), { type: 'BOOK', key: 'versioned', title: 'Once' });
    expect(await saveSource(service(), { source: id, title: 'Twice' })).toMatchObject({
      __typename: 'InputInvalid',
    });
    const changed = await saveSource(service(), { source: id, version: 1, title: 'Twice' });
    expect(changed).toMatchObject({
      created: false,
      source: { version: 2, title: 'Twice', key: 'versioned' },
    });
    expect(await saveSource(service(), { source: id, version: 1, title: 'Thrice' })).toMatchObject({
      __typename: 'SourceConflict',
      current: { version: 2 },
    });
    const taken = await saveSource(service(), { source: id, version: 2, title: null });
    expect(taken.source).toMatchObject({ title: null, version: 3 });
    expect((await saveSource(service(), { source: id, version: 3 })).source.version).toBe(3);
    expect(await saveSource(service(), { type: 'BOOK' }, 'annotator')).toMatchObject({
      __typename: 'NotAllowed',
    });
  });

  it('keeps markup and scripts in a title as they are, and shows them as text', async () => {
    const title = '<script>alert(1)</script> & <i>Homo</i> "sapiens"';
    const { id } = await savedSource(service(), { type: 'BOOK', key: 'scripted', title });
    const { node } = await service().data(
      `query Formatted($id: ID!) { node(id: $id) { ... on Source { title
        text: formatted html: formatted(format: HTML) mla: formatted(style: "mla", format: HTML)
        bibtex: formatted(format: BIBTEX) json: formatted(format: CSL_JSON) ris: formatted(format: RIS) } } }`,
      { id },
    );
    expect(node.title).toBe(title);
    expect(node.text).toContain('<script>alert(1)</script>');
    expect(node.text).toContain('<i>Homo</i>');
    for (const html of [node.html, node.mla]) {
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(html).toContain('&lt;i&gt;Homo&lt;/i&gt;');
    }
    expect(JSON.parse(node.json).title).toBe(title);
  });
});

describe('formatting', () => {
  it('says n.d. where there is no date, in the language asked for', async () => {
    await savedSource(service(), {
      type: 'BOOK',
      key: 'undated',
      title: 'Undated',
      creators: [author('Amzad', 'A. M.')],
    });
    const { source } = await service().data(`{ source(by: { key: "undated" }) {
      apa: formatted chicago: formatted(style: "chicago-author-date") german: formatted(locale: "de") } }`);
    expect(source.apa).toBe('Amzad, A. M. (n.d.). Undated.');
    expect(source.chicago).toContain('n.d.');
    expect(source.german).toBe('Amzad, A. M. (o.\u00a0J.). Undated.');
  });

  it('lists the styles that it knows, and names them where one is unknown', async () => {
    const { citationStyles, citationLocales } = await service().data(
      '{ citationStyles { name title notes numeric } citationLocales }',
    );
    const names = citationStyles.map(({ name }: { name: string }) => name);
    for (const name of ['apa', 'chicago-author-date', 'chicago-notes', 'mla', 'harvard', 'vancouver', 'ieee'])
      expect(names).toContain(name);
    for (const locale of ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'ru-RU'])
      expect(citationLocales).toContain(locale);
    const { errors } = await service().run('{ source(by: { key: "undated" }) { formatted(style: "mlaa") } }');
    expect(errors?.[0]?.message).toContain('vancouver');
    expect(errors?.[0]?.extensions?.code).toBe('INPUT_INVALID');
  });
});

describe('duplicates', () => {
  it('are offered by DOI, ISBN, and author, year and title, and never merged', async () => {
    const first = {
      type: 'BOOK',
      title: 'Origins of the Great Purges',
      creators: [author('Twin', 'A.')],
      issued: '1999',
    };
    await savedSource(service(), { ...first, key: 'twin-a', doi: '10.5555/twin' });
    const same = await saveSource(service(), {
      ...first,
      key: 'twin-b',
      title: 'Origins of the great purges.',
    });
    expect(same.duplicates).toEqual([{ why: 'AUTHOR_YEAR_TITLE', source: { key: 'twin-a' } }]);
    const doi = await saveSource(service(), { type: 'DOCUMENT', key: 'twin-c', doi: '10.5555/TWIN' });
    expect(doi.duplicates).toEqual([{ why: 'DOI', source: { key: 'twin-a' } }]);
    const other = await saveSource(service(), { ...first, key: 'twin-d', title: 'Another book altogether' });
    expect(other.duplicates).toEqual([]);
    const { source } = await service().data(
      '{ source(by: { key: "twin-a" }) { duplicates { why source { key } } } }',
    );
    expect(source.duplicates.map((one: { source: { key: string } }) => one.source.key).sort()).toEqual([
      'twin-b',
      'twin-c',
    ]);
  });
});

describe('merging and deleting', () => {
  it('makes two one, and two again', async () => {
    const a = await savedSource(service(), {
      type: 'BOOK',
      key: 'merge-a',
      title: 'A',
      isbn: '9783161484100',
    });
    const b = await savedSource(service(), { type: 'BOOK', key: 'merge-b', title: 'B' });
    const merged = await changeSource(service(), 'mergeSources', { source: a.id, into: b.id });
    expect(merged).toMatchObject({ __typename: 'MergeSourcesPayload', source: { key: 'merge-b' } });
    for (const by of [{ key: 'merge-a' }, { id: a.id }, { isbn: '9783161484100' }])
      expect((await sourceBy(service(), by))?.key).toBe('merge-b');
    expect(await changeSource(service(), 'mergeSources', { source: b.id, into: a.id })).toMatchObject({
      __typename: 'InputInvalid',
    });
    expect(await changeSource(service(), 'mergeSources', { source: a.id, into: a.id })).toMatchObject({
      __typename: 'InputInvalid',
    });
    const parted = await changeSource(service(), 'undoSourceMerge', { source: a.id });
    expect(parted).toMatchObject({ __typename: 'UndoSourceMergePayload', source: { key: 'merge-a' } });
    expect((await sourceBy(service(), { key: 'merge-a' }))?.key).toBe('merge-a');
    expect(
      await changeSource(service(), 'mergeSources', { source: a.id, into: b.id }, 'annotator'),
    ).toMatchObject({ __typename: 'NotAllowed' });
  });

  it('frees the key of what is deleted, and keeps its history', async () => {
    const { id } = await savedSource(service(), { type: 'BOOK', key: 'gone', title: 'Gone' });
    expect(await changeSource(service(), 'deleteSource', { source: id, version: 7 })).toMatchObject({
      __typename: 'SourceConflict',
    });
    const deleted = await changeSource(service(), 'deleteSource', { source: id });
    expect(deleted).toMatchObject({ __typename: 'DeleteSourcePayload', source: { key: 'gone' } });
    expect(deleted.source.deletedAt).not.toBeNull();
    expect(await sourceBy(service(), { key: 'gone' })).toBeNull();
    expect(await changeSource(service(), 'deleteSource', { source: id })).toMatchObject({
      __typename: 'NotFound',
    });
    expect((await savedSource(service(), { type: 'BOOK', key: 'gone', title: 'New' })).id).not.toBe(id);
  });

  it('tells what happened to a source', async () => {
    const a = await savedSource(service(), { type: 'BOOK', key: 'told-a', title: 'A' });
    const b = await savedSource(service(), { type: 'BOOK', key: 'told-b', title: 'B' });
    await saveSource(service(), { source: b.id, version: 1, title: 'B, second edition' });
    await changeSource(service(), 'mergeSources', { source: a.id, into: b.id });
    const { source } =
      await service().data(`{ source(by: { key: "told-b" }) { history(first: 10) { totalCount edges {
      node { kind version agent { name } subject { key } into { key } state { key title type } } } } } }`);
    expect(source.history.edges.map(({ node }: { node: { kind: string } }) => node.kind)).toEqual([
      'SOURCE_SAVED',
      'SOURCE_SAVED',
      'SOURCE_SAVED',
      'SOURCES_MERGED',
    ]);
    expect(source.history.edges.at(-1).node).toMatchObject({
      subject: { key: 'told-a' },
      into: { key: 'told-b' },
    });
    expect(source.history.edges[2].node.state.title).toBe('B, second edition');
  });
});

describe('listing', () => {
  it('goes through all in the order of their keys, page by page', async () => {
    const keys: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { sources } = await service().data(
        `query Page($after: String) { sources(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { key } score reasons { given } } } }`,
        { after },
      );
      total = sources.totalCount;
      keys.push(...sources.edges.map(({ node }: { node: { key: string } }) => node.key));
      after = sources.pageInfo.hasNextPage ? sources.pageInfo.endCursor : null;
    } while (after !== null);
    expect(keys).toHaveLength(total);
    expect(new Set(keys).size).toBe(total);
    expect(keys).toEqual([...keys].sort());
  });

  it('restricts by author, date and type', async () => {
    await savedSource(service(), {
      type: 'MAP',
      key: 'mapped',
      creators: [author('Kołakowski')],
      issued: '1978-05',
    });
    const keys = async (filter: object): Promise<string[]> => {
      const { sources } = await service().data(
        'query Filtered($filter: SourceFilter) { sources(first: 100, filter: $filter) { totalCount edges { node { key } } } }',
        { filter },
      );
      expect(sources.totalCount).toBe(sources.edges.length);
      return sources.edges.map(({ node }: { node: { key: string } }) => node.key);
    };
    expect(await keys({ author: 'kolakowski' })).toEqual(['mapped']);
    expect(await keys({ types: ['MAP'] })).toEqual(['mapped']);
    expect(await keys({ issued: '1978' })).toEqual(['mapped']);
    expect(await keys({ issued: '1978-06' })).toEqual([]);
    expect(await keys({ issued: '1970/1980', types: ['MAP'] })).toEqual(['mapped']);
    expect(await keys({ author: 'nobody' })).toEqual([]);
    expect(await keys({ author: ' ... ' })).toEqual([]);
    const { errors } = await service().run(
      'query Long($author: String) { sources(filter: { author: $author }) { totalCount } }',
      { author: 'ab '.repeat(100_000) },
    );
    expect(errors?.[0]?.extensions?.code).toBe('INPUT_INVALID');
  });
});
