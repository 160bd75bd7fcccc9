import { beforeAll, describe, expect, it } from 'vitest';
import { entityBy, SAVE, savedEntity, saveEntity, unknownId } from '../support/entities.ts';
import { useService } from '../support/service.ts';

const service = useService({ sample: false });
const save = (input: object, as?: string) => saveEntity(service(), input, as);
const saved = (input: object) => savedEntity(service(), input);
const person = (name: string, more: object = {}) => ({ kind: 'PERSON', name, ...more });

beforeAll(async () => {
  await service().addPrincipal('reader');
});

describe('saveEntity', () => {
  it('adds an entity with all that is known of it', async () => {
    const result = await save({
      kind: 'PERSON',
      name: ' Nikita  Khrushchev ',
      nameLanguage: 'en',
      names: [
        { text: 'Никита Хрущёв', language: 'ru' },
        { text: 'Khrushchev', kind: 'SURNAME' },
      ],
      description: 'First Secretary of the Communist Party of the Soviet Union.',
      authorities: [
        { scheme: 'WIKIDATA', value: 'https://www.wikidata.org/wiki/Q35314' },
        { scheme: 'ISNI', value: '0000 0001 2103 2683' },
      ],
      dates: { start: '1894-04-15', end: '1971-09-11' },
    });
    expect(result).toEqual({
      __typename: 'SaveEntityPayload',
      created: true,
      warnings: [],
      entity: {
        id: expect.any(String),
        slug: 'nikita-khrushchev',
        kind: 'PERSON',
        name: 'Nikita Khrushchev',
        names: [
          { text: 'Nikita Khrushchev', language: 'en', kind: 'PREFERRED' },
          { text: 'Никита Хрущёв', language: 'ru', kind: 'VARIANT' },
          { text: 'Khrushchev', language: null, kind: 'SURNAME' },
        ],
        description: 'First Secretary of the Communist Party of the Soviet Union.',
        authorities: [
          { scheme: 'WIKIDATA', value: 'Q35314', url: 'https://www.wikidata.org/wiki/Q35314' },
          { scheme: 'ISNI', value: '0000000121032683', url: 'https://isni.org/isni/0000000121032683' },
        ],
        dates: { start: '1894-04-15', end: '1971-09-11' },
        version: 1,
      },
    });
    const { entity } = result;
    expect(await entityBy(service(), { id: entity.id })).toEqual(entity);
    expect(await entityBy(service(), { slug: 'nikita-khrushchev' })).toEqual(entity);
    expect(await entityBy(service(), { authority: { scheme: 'WIKIDATA', value: 'q35314' } })).toEqual(entity);
    const { node } = await service().data(
      'query N($id: ID!) { node(id: $id) { id ... on Entity { name } } }',
      {
        id: entity.id,
      },
    );
    expect(node).toEqual({ id: entity.id, name: 'Nikita Khrushchev' });
  });

  it('changes what is given, leaves what is left out, and takes away what is null', async () => {
    const { id: entity } = await saved(
      person('Lavrentiy Beria', {
        names: [{ text: 'Beria', kind: 'SURNAME' }],
        description: 'Head of the NKVD.',
        authorities: [{ scheme: 'VIAF', value: '12304462' }],
        dates: { start: '1899', end: '1953' },
      }),
    );
    expect(
      await saved({ entity, version: 1, name: 'Lavrenty Beria', dates: { start: '1899-03-29' } }),
    ).toMatchObject({
      version: 2,
      slug: 'lavrentiy-beria',
      name: 'Lavrenty Beria',
      names: [
        { text: 'Lavrenty Beria', kind: 'PREFERRED' },
        { text: 'Beria', kind: 'SURNAME' },
      ],
      description: 'Head of the NKVD.',
      authorities: [{ scheme: 'VIAF', value: '12304462' }],
      dates: { start: '1899-03-29', end: '1953' },
    });
    expect(
      await saved({
        entity,
        version: 2,
        names: null,
        description: null,
        authorities: [],
        dates: { end: null },
        slug: 'beria',
      }),
    ).toMatchObject({
      version: 3,
      slug: 'beria',
      names: [{ text: 'Lavrenty Beria' }],
      description: null,
      authorities: [],
      dates: { start: '1899-03-29', end: null },
    });
    expect(await saved({ entity, version: 3, dates: null })).toMatchObject({ version: 4, dates: null });
  });

  it('changes nothing where all is there already', async () => {
    const input = person('Kliment Voroshilov', { authorities: [{ scheme: 'WIKIDATA', value: 'Q192218' }] });
    const { id: entity } = await saved(input);
    expect(await save({ entity, version: 1, ...input, name: 'Kliment  Voroshilov' })).toMatchObject({
      created: false,
      entity: { version: 1 },
    });
    const { node } = await service().data(
      'query H($id: ID!) { node(id: $id) { ... on Entity { history { totalCount } } } }',
      { id: entity },
    );
    expect(node.history.totalCount).toBe(1);
  });

  it('keeps what it was in its history', async () => {
    const { id } = await saved(person('Anastas Mikoyan', { dates: { start: '1895' } }));
    await saved({
      entity: id,
      version: 1,
      name: 'Anastas Mikoian',
      description: 'A statesman.',
      dates: null,
    });
    const history = async (after: string | null) =>
      (
        await service().data(
          `query H($id: ID!, $after: String) { node(id: $id) { ... on Entity { history(first: 1, after: $after) { totalCount
            pageInfo { hasNextPage endCursor } edges { node { kind version undoes agent { name } subject { id } into { id }
            state { slug kind name names { text } description authorities { value } dates { start end } } } } } } } }`,
          { id, after },
        )
      ).node.history;
    const first = await history(null);
    expect(first).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [
        {
          node: {
            kind: 'ENTITY_SAVED',
            version: 1,
            undoes: null,
            agent: { name: 'Local user' },
            subject: { id },
            into: null,
            state: { name: 'Anastas Mikoyan', description: null, dates: { start: '1895', end: null } },
          },
        },
      ],
    });
    expect(await history(first.pageInfo.endCursor)).toMatchObject({
      pageInfo: { hasNextPage: false },
      edges: [
        {
          node: { version: 2, state: { name: 'Anastas Mikoian', description: 'A statesman.', dates: null } },
        },
      ],
    });
  });

  it('refuses a stale version and shows what is there now; one of several at once wins', async () => {
    const { id: entity } = await saved(person('Lazar Kaganovich'));
    const results = await Promise.all(
      ['One.', 'Two.', 'Three.'].map((description) => save({ entity, version: 1, description })),
    );
    expect(results.map((result) => result.__typename).sort()).toEqual([
      'EntityConflict',
      'EntityConflict',
      'SaveEntityPayload',
    ]);
    expect(results.find((result) => result.__typename === 'EntityConflict')).toMatchObject({
      code: 'ENTITY_CONFLICT',
      message:
        'The entity has changed since: it is at version 2 now. Read it again and repeat the edit on that.',
      current: { id: entity, version: 2 },
    });
  });

  it('gives an authority to one entity only, even when several ask at once', async () => {
    const authorities = [{ scheme: 'WIKIDATA', value: 'Q855' }];
    const results = await Promise.all(
      ['Joseph Stalin', 'Iosif Stalin', 'Stalin'].map((name) => save(person(name, { authorities }))),
    );
    const winners = results.filter((result) => result.__typename === 'SaveEntityPayload');
    expect(winners).toHaveLength(1);
    const taken = results.filter((result) => result.__typename === 'AuthorityTaken');
    expect(taken).toHaveLength(2);
    const { id, slug } = winners[0].entity;
    expect(taken[0]).toMatchObject({
      code: 'AUTHORITY_TAKEN',
      message: `https://www.wikidata.org/wiki/Q855 is ${slug} already; merge the two if they are one, or correct the number.`,
      entity: { id, slug },
    });
    expect(await save({ entity: id, version: 1, authorities, description: 'Led.' })).toMatchObject({
      created: false,
    });
  });

  it('makes slugs that nobody has, and refuses one that somebody has', async () => {
    const slugs = [];
    for (const name of ['Ivan Serov', 'Ivan Serov', 'Иван Серов', 'Іван Сєров', 'Ivan Serov'])
      slugs.push((await saved(person(name))).slug);
    expect(slugs).toEqual(['ivan-serov', 'ivan-serov-2', 'entity', 'entity-2', 'ivan-serov-3']);
    expect((await saved(person('x'.repeat(300)))).slug).toBe('x'.repeat(100));
    expect((await saved(person('x'.repeat(300)))).slug).toBe(`${'x'.repeat(98)}-2`);
    expect(await save(person('Another', { slug: 'ivan-serov' }))).toMatchObject({
      __typename: 'InputInvalid',
      message: 'The slug ivan-serov is that of another entity; give another one, or leave it out.',
    });
    expect(await save(person('Another', { slug: 'Not a slug' }))).toMatchObject({
      __typename: 'InputInvalid',
    });
  });

  it('warns of names that are common words and of namesakes', async () => {
    await saved({ kind: 'CONCEPT', name: 'Will' });
    const { warnings } = await save({
      kind: 'CONCEPT',
      name: 'WILL',
      names: [{ text: 'the', language: 'en' }],
    });
    expect(warnings).toEqual([
      '"the" is too common a word, no word or too many words, so the linker does not look for it; mentions of it can be added by hand.',
      '"Will" is the name of will too; merge the two if they are one.',
    ]);
    expect(await save({ kind: 'WORK', name: 'Wíll the Work' })).toMatchObject({ warnings: [] });
  });

  it('takes names that look like code for what they are', async () => {
    for (const name of ['.*', '(a+)+$', "'; DROP TABLE entity; --", '%', '{"a": 1}', '<script>'])
      expect(await saved(person(name))).toMatchObject({ name });
    expect(await entityBy(service(), { slug: "' OR 1=1 --" })).toBeNull();
  });

  it('takes the longest names of whatever letters, and finds them', async () => {
    for (const letter of ['x', '\u{20000}', '\ufdfa', '\u{1d518}', 'é', 'ﬃ']) {
      const { id } = await saved({ kind: 'WORK', name: letter.repeat(500) });
      const { entities } = await service().data(
        'query S($search: String) { entities(search: $search, kinds: [WORK]) { edges { score node { id } } } }',
        { search: letter.repeat(500) },
      );
      expect(entities.edges[0]).toEqual({ score: 1, node: { id } });
    }
  });

  it.each([
    ['an empty name', person('  '), 'A name is empty; write one or leave it out.'],
    ['a long name', person('x'.repeat(10_000)), 'A name is longer than 500 characters; shorten it.'],
    ['no name', { kind: 'PERSON' }, /^A new entity needs a kind and a name/],
    ['no kind', { name: 'Stalin' }, /^A new entity needs a kind and a name/],
    ['no name any more', person('x', { name: null }), /^An entity cannot be without its name/],
    [
      'a malformed authority',
      person('Stalin', { authorities: [{ scheme: 'WIKIDATA', value: 'P31' }] }),
      /is not a Wikidata id/,
    ],
    ['a malformed date', person('Stalin', { dates: { start: '5 March 1953' } }), /is not an EDTF date/],
    [
      'dates in the wrong order',
      person('Stalin', { dates: { start: '1953', end: '1878' } }),
      /^The start 1953 is after the end 1878/,
    ],
    [
      'two preferred names',
      person('Stalin', { names: [{ text: 'Koba', kind: 'PREFERRED' }] }),
      /^One name is preferred/,
    ],
  ])('refuses %s with a typed error', async (_, input, message) => {
    expect(await save(input)).toEqual({
      __typename: 'InputInvalid',
      code: 'INPUT_INVALID',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  it('refuses NUL and halves of characters', async () => {
    for (const name of ['Stalin\u0000', 'Stalin\ud800']) {
      const { errors } = await service().run(SAVE, { input: person(name) });
      expect(errors?.[0]?.extensions?.code).toBe('INPUT_INVALID');
    }
  });

  it('refuses what is not there, what lacks a version, and who is no editor', async () => {
    expect(await save({ entity: unknownId('Entity'), version: 1, name: 'Nobody' })).toMatchObject({
      __typename: 'NotFound',
    });
    const { id: entity } = await saved(person('Georgy Malenkov'));
    expect(await save({ entity, description: 'x' })).toMatchObject({
      __typename: 'InputInvalid',
      message: 'The version of the entity is missing; give the one that the change is made on.',
    });
    for (const who of ['reader', 'nobody'])
      expect(await save(person('Somebody'), who)).toMatchObject({ __typename: 'NotAllowed' });
  });
});

describe('entity', () => {
  it('is null where there is none, and an error where the question is wrong', async () => {
    expect(await entityBy(service(), { id: unknownId('Entity') })).toBeNull();
    expect(await entityBy(service(), { slug: 'nobody-has-this' })).toBeNull();
    expect(await entityBy(service(), { authority: { scheme: 'VIAF', value: '1' } })).toBeNull();
    const { errors } = await service().run('{ entity(by: {authority: {scheme: VIAF, value: "Q1"}}) { id } }');
    expect(errors?.[0]).toMatchObject({
      message: '"Q1" is not a VIAF id; give one such as 96992055.',
      extensions: { code: 'INPUT_INVALID' },
    });
  });
});
