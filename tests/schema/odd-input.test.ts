import { beforeAll, describe, expect, it } from 'vitest';
import { ADD_MANY, add, added, documentId, importText, note } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();
let speech = '';

beforeAll(async () => {
  speech = await documentId(service());
});

describe('numbers and dates far away', () => {
  it('name revisions that are not there', async () => {
    expect(await service().data('{ passage(ref: "secret-speech@2147483648:1") { urn } }')).toEqual({
      passage: null,
    });
    const far = note(speech, [{ passage: 'secret-speech@9007199254740991:1' }]);
    expect(await add(service(), far)).toMatchObject({ __typename: 'NotFound' });
    const { addAnnotations } = await service().data(ADD_MANY, {
      input: { annotations: [far, note(speech, [])] },
    });
    expect(addAnnotations.results.map((result: Data) => result.__typename)).toEqual([
      'NotFound',
      'AddAnnotationPayload',
    ]);
  });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'restrict lists by %s or not at all',
    async (moment) => {
      const { errors } = await service().run(
        'query L($after: DateTime) { annotations(filter: {createdAfter: $after}) { totalCount } }',
        { after: moment },
      );
      expect(errors).toBeUndefined();
    },
  );
});

describe('what is to be stored', () => {
  it('is refused where an index could not hold it', async () => {
    const { errors } = await service().run(
      'mutation I($input: ImportDocumentInput!) { importDocument(input: $input) { __typename } }',
      {
        input: {
          slug: 'far',
          title: 'Far',
          text: 'Words.',
          sourceUrl: `https://example.org/${'字'.repeat(2_000)}`,
        },
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
  });

  it('is found again however it is spelt', async () => {
    await importText(service(), 'spelt', 'Words.', {
      title: 'Spelt',
      sourceUrl: 'HTTPS://Example.org:443/a b',
    });
    const { document } = await service().data(
      '{ document(by: {sourceUrl: "https://example.org/a%20b"}) { slug } }',
    );
    expect(document).toEqual({ slug: 'spelt' });
    await added(
      service(),
      note(speech, [], { tags: ['cafe\u0301'], bodies: [{ text: { text: 'Un cafe\u0301.' } }] }),
    );
    const count = async (filter: object): Promise<number> =>
      (
        await service().data(
          'query C($filter: AnnotationFilter) { annotations(filter: $filter) { totalCount } }',
          { filter },
        )
      ).annotations.totalCount;
    expect([
      await count({ tags: ['café'] }),
      await count({ tags: ['cafe\u0301'] }),
      await count({ text: 'CAFÉ' }),
      await count({ text: 'cafe\u0301' }),
    ]).toEqual([1, 1, 1, 1]);
  });

  it('has bounds: titles in texts, quotes with their context, runs of marks, and what one call points at', async () => {
    expect(await importText(service(), 'long-title', `= ${'a'.repeat(600)} =\n\nWords.`)).toMatchObject({
      __typename: 'InputInvalid',
      message: 'The title is longer than 500 characters; shorten it.',
    });
    expect(
      await add(service(), note(speech, [{ quote: { exact: 'x', prefix: 'y'.repeat(1_001) } }])),
    ).toMatchObject({ __typename: 'InputInvalid' });
    expect(
      await add(
        service(),
        note(speech, [], { tags: [`a${'\u0301'.repeat(190)}\u0323${'\u0301'.repeat(90)}`] }),
      ),
    ).toMatchObject({ __typename: 'InputInvalid' });
    await importText(service(), 'wide', 'word '.repeat(19_000).trim(), { title: 'Wide' });
    const wide = await documentId(service(), 'wide');
    const whole = { block: { ref: '1' } };
    const { addAnnotations } = await service().data(ADD_MANY, {
      input: { annotations: Array.from({ length: 50 }, () => note(wide, [whole])) },
    });
    const kinds = addAnnotations.results.map((result: Data) => result.__typename);
    expect(kinds.filter((kind: string) => kind === 'AddAnnotationPayload')).toHaveLength(42);
    expect(addAnnotations.results[49]).toMatchObject({ __typename: 'RangeInvalid', code: 'RANGE_TOO_LONG' });
    const many = await service().data(ADD_MANY, {
      input: { annotations: Array.from({ length: 201 }, () => note(speech, Array(100).fill(whole))) },
    });
    expect(many.addAnnotations).toMatchObject({
      __typename: 'InputInvalid',
      message: 'There are 20100 targets, more than the 20000 of one call; send them in several.',
    });
  });
});

describe('empty strings and wildcards', () => {
  it('are taken as they are', async () => {
    expect(await add(service(), note(speech, [], { replyTo: '' }))).toMatchObject({
      __typename: 'InputInvalid',
    });
    for (const filter of ['{within: ""}', '{creator: ""}']) {
      const { errors } = await service().run(`{ annotations(filter: ${filter}) { totalCount } }`);
      expect(errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
    }
    for (const title of ['%', '_', '\\\\'])
      expect(await service().data(`{ documents(filter: {title: "${title}"}) { totalCount } }`)).toEqual({
        documents: { totalCount: 0 },
      });
  });

  it('do not empty a list of passages', async () => {
    const { data, errors } = await service().run(
      '{ passages(refs: ["secret-speech@1:1", "secret-speech@1:1@0-99999", "nonsense nonsense"]) { urn } }',
    );
    expect(data.passages).toEqual([{ urn: 'secret-speech@1:1' }, null, null]);
    expect(errors?.map(({ extensions }) => extensions.code).sort()).toEqual([
      'OFFSET_OUT_OF_RANGE',
      'REFERENCE_MALFORMED',
    ]);
  });

  it('are refused as filters that do not apply', async () => {
    const { errors } = await service().run(
      '{ passage(ref: "secret-speech:1") { blocks { runs(filter: {overlaps: {start: 0, end: 2}}) { text } } } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: '`overlaps` and `within` do not apply to one block; leave them out.',
      extensions: { code: 'INPUT_INVALID' },
    });
  });

  it('in cursors of another order are refused', async () => {
    const { annotations } = await service().data(
      '{ annotations(first: 1, orderBy: NEWEST) { pageInfo { endCursor } } }',
    );
    const { errors } = await service().run(
      `{ annotations(first: 1, orderBy: OLDEST, after: "${annotations.pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
  });
});

describe('queries that would answer too much', () => {
  it('are stopped while they run', async () => {
    const paragraphs = Array.from({ length: 900 }, (_, index) => `Paragraph ${index}.`).join('\n\n');
    await importText(service(), 'many', paragraphs, { title: 'Many' });
    const { errors, data } = await service().run(
      '{ document(by: {slug: "many"}) { revision { children { revision { children { ordinal } } } } } }',
    );
    expect(errors?.[0]?.extensions.code).toBe('ANSWER_TOO_LARGE');
    expect(data.document.revision).toBeNull();
    await importText(
      service(),
      'heavy',
      `- ${'x'.repeat(300_000)}\n${Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth + 1)}- y`).join('\n')}`,
      { title: 'Heavy' },
    );
    const heavy = await service().run(
      '{ document(by: {slug: "heavy"}) { revision { blocks(first: 100) { edges { node { ancestors { text } } } } } } }',
    );
    expect(heavy.errors?.[0]?.extensions.code).toBe('ANSWER_TOO_LARGE');
  });
});
