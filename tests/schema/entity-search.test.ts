import { beforeAll, describe, expect, it } from 'vitest';
import { merge, savedEntity, search, slugsFound } from '../support/entities.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });
const found = (text: string, more?: object) => slugsFound(service(), text, more);

const entities = [
  { name: 'Vladimir Lenin', names: ['Lenin', 'Ленин', 'Владимир Ильич Ульянов'] },
  { name: 'Leningrad', kind: 'PLACE', names: ['Saint Petersburg', 'Санкт-Петербург'] },
  { name: 'Joseph Stalin', names: ['Stalin', 'Сталин', 'Iosif Vissarionovich Dzhugashvili'] },
  { name: 'Nikita Khrushchev', names: ['Khrushchev', 'Никита Хрущёв', 'Nikita Chruschtschow'] },
  { name: 'Antonín Dvořák' },
  { name: 'Mao Zedong', names: ['毛泽东', '毛澤東'] },
  { name: 'نيكيتا خروتشوف', slug: 'khrushchev-in-arabic' },
  { name: "Eugene O'Neill" },
  { name: 'Jean-Paul Sartre' },
  { name: '100% Cotton', kind: 'CONCEPT' },
  { name: 'C++ (the language)', kind: 'CONCEPT' },
  { name: 'Groß-Gerau', kind: 'PLACE' },
];

beforeAll(async () => {
  for (const { names = [], ...entity } of entities)
    await savedEntity(service(), { kind: 'PERSON', ...entity, names: names.map((text) => ({ text })) });
});

describe('entities(search:)', () => {
  it.each([
    ['Vladimir Lenin', ['vladimir-lenin']],
    ['LENIN', ['vladimir-lenin', 'leningrad']],
    ['len', ['vladimir-lenin', 'leningrad']],
    ['le', ['leningrad', 'vladimir-lenin']],
    ['petersb', ['leningrad']],
    ['ленин', ['vladimir-lenin']],
    ['ульянов', ['vladimir-lenin']],
    ['Хрущев', ['nikita-khrushchev']],
    ['dvorak', ['antonin-dvorak']],
    ['Dvořák', ['antonin-dvorak']],
    ['毛泽东', ['mao-zedong']],
    ['毛', ['mao-zedong']],
    ['خروتشوف', ['khrushchev-in-arabic']],
    ["o'neill", ['eugene-o-neill']],
    ['neill', ['eugene-o-neill']],
    ['paul', ['jean-paul-sartre']],
    ['gross-gerau', ['gross-gerau']],
    ['100%', ['100-cotton']],
    ['c++', ['c-the-language']],
    ['(the', ['c-the-language']],
  ])('finds %s', async (text, slugs) => {
    expect((await found(text)).toSorted()).toEqual(slugs.toSorted());
  });

  it.each([
    ['krushchev', 'nikita-khrushchev'],
    ['Khruschev', 'nikita-khrushchev'],
    ['Nikta Khrushchev', 'nikita-khrushchev'],
    ['Khrushchev Nikita', 'nikita-khrushchev'],
    ['stelin', 'joseph-stalin'],
    ['stlain', 'joseph-stalin'],
    ['Satlin', 'joseph-stalin'],
    ['jospeh stalin', 'joseph-stalin'],
    ['стален', 'joseph-stalin'],
    ['dzugashvili', 'joseph-stalin'],
    ['lenim', 'vladimir-lenin'],
    ['lennin', 'vladimir-lenin'],
    ['Dovrak', 'antonin-dvorak'],
    ['petresburg', 'leningrad'],
  ])('finds a name that is written %s', async (text, slug) => {
    expect((await found(text))[0]).toBe(slug);
  });

  it('puts the very name first, then what begins so, then later words, then what is misspelt', async () => {
    const { edges } = await search(service(), { search: 'lenin' });
    expect(edges.map(({ node, score }: Data) => [node.slug, score])).toEqual([
      ['vladimir-lenin', 1],
      ['leningrad', 0.8722],
    ]);
    const [misspelt] = (await search(service(), { search: 'lenim' })).edges;
    expect(misspelt.score).toBeLessThan(0.7);
    expect((await search(service(), {})).edges[0].score).toBeNull();
  });

  it.each(['%', '_', '\\', '.*', '(a+)+$', '\\m', "' OR 1=1 --", '*', 'xx%xx', '[a-z]{3}', 'a'.repeat(500)])(
    'takes %j for the characters that they are',
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  it('lists all in their order where nothing is searched for, page by page', async () => {
    const all = await search(service(), { first: 100 });
    expect(all.totalCount).toBe(entities.length);
    expect(all.edges.map(({ node }: Data) => node.name)).toEqual(entities.map(({ name }) => name));
    expect((await search(service(), { search: ' ', first: 100 })).edges).toEqual(all.edges);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Data = await search(service(), { first: 5, after });
      seen.push(...page.edges.map(({ node }: Data) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all.edges.map(({ node }: Data) => node.id));
  });

  it('finds of some kinds, page by page', async () => {
    expect(await found('len', { kinds: ['PLACE'] })).toEqual(['leningrad']);
    expect((await search(service(), { kinds: ['PLACE', 'CONCEPT'] })).totalCount).toBe(4);
    expect((await search(service(), { kinds: [] })).totalCount).toBe(0);
    const first = await search(service(), { search: 'len', first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await search(service(), { search: 'len', first: 1, after: first.pageInfo.endCursor });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...second.edges].map(({ node }: Data) => node.slug)).toEqual(await found('len'));
  });

  it('finds an entity once, under the names of what was merged into it too', async () => {
    const koba = await savedEntity(service(), {
      kind: 'PERSON',
      name: 'Koba',
      names: [{ text: 'Stalin Koba' }],
    });
    const [stalin] = (await search(service(), { search: 'Joseph Stalin' })).edges;
    await merge(service(), koba.id, stalin.node.id);
    expect(await found('koba')).toEqual(['joseph-stalin']);
    expect(await found('stalin')).toEqual(['joseph-stalin']);
    expect(await found('koba', { kinds: ['PERSON'] })).toEqual(['joseph-stalin']);
  });

  it('refuses what is too long, cursors of other lists, and too large pages', async () => {
    const failing = async (variables: object): Promise<string> => {
      const { errors } = await service().run(
        'query S($search: String, $after: String, $first: Int) { entities(search: $search, after: $after, first: $first) { totalCount } }',
        variables,
      );
      expect(errors?.[0]?.extensions?.code).toBe('INPUT_INVALID');
      return errors?.[0]?.message ?? '';
    };
    expect(await failing({ search: 'x'.repeat(10_000) })).toBe(
      '`search` is longer than 500 characters; give a name or a part of one.',
    );
    const { pageInfo } = await search(service(), { first: 1 });
    expect(await failing({ search: 'len', after: pageInfo.endCursor })).toMatch(
      /^The cursor is not one of this list/,
    );
    const { pageInfo: ofSearch } = await search(service(), { search: 'len', first: 1 });
    expect(await failing({ after: ofSearch.endCursor })).toMatch(/^The cursor is not one of this list/);
    expect(await failing({ search: 'len', after: 'nonsense' })).toMatch(
      /^The cursor is not one of this list/,
    );
    expect(await failing({ first: 101 })).toMatch(/^`first` is more than 100/);
  });
});
