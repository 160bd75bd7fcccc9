import { beforeAll, describe, expect, it } from 'vitest';
import { ADD, ADD_MANY, added, documentId, importText, note } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();
let speech = '';

beforeAll(async () => {
  speech = await documentId(service());
});

const addMany = async (annotations: object[], as = 'local'): Promise<Data> =>
  (await service().data(ADD_MANY, { input: { annotations } }, as)).addAnnotations;
const total = async (): Promise<number> =>
  (await service().data('{ annotations { totalCount } }')).annotations.totalCount;

describe('addAnnotations', () => {
  it('adds 1,000 in one call, in order, and one bad item does not fail the others', async () => {
    const before = await total();
    const items = Array.from({ length: 1_000 }, (_, index) =>
      note(speech, [{ block: { ref: index === 500 ? '99' : '5.1' } }], { tags: [`n${index}`] }),
    );
    const { results } = await addMany(items);
    expect(results).toHaveLength(1_000);
    expect(results[500]).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(results.filter((result: Data) => result.__typename === 'AddAnnotationPayload')).toHaveLength(999);
    expect(results[999].annotation.tags).toEqual(['n999']);
    expect(await total()).toBe(before + 999);
  });

  it('takes as much text in one call as it does in the first', async () => {
    await importText(service(), 'much', 'word '.repeat(20_000).trim(), { title: 'Much' });
    const document = await documentId(service(), 'much');
    const items = Array.from({ length: 50 }, () => note(document, [{ range: { start: 0, end: 99_000 } }]));
    for (let time = 0; time < 2; time += 1) {
      const { results } = await addMany(items);
      expect(results.slice(0, 40).map((result: Data) => result.__typename)).toEqual(
        Array(40).fill('AddAnnotationPayload'),
      );
      expect(results.slice(40).map((result: Data) => result.code)).toEqual(Array(10).fill('RANGE_TOO_LONG'));
    }
  });

  it('answers for every kind of bad item beside good ones', async () => {
    const { results } = await addMany([
      note('nonsense', []),
      note(speech, [{ quote: { exact: 'Secret Speech' } }]),
      note(speech, [{ range: { start: 3, end: 1 } }]),
      note(speech, [], { tags: [''] }),
      note(speech, [{ block: { ref: '1' } }]),
    ]);
    expect(results.map((result: Data) => result.__typename)).toEqual([
      'InputInvalid',
      'QuoteAmbiguous',
      'RangeInvalid',
      'InputInvalid',
      'AddAnnotationPayload',
    ]);
  });

  it('refuses too many, and whoever is not known, as a whole', async () => {
    const many = Array.from({ length: 5_001 }, () => ({ document: speech, targets: [], bodies: [] }));
    expect(await addMany(many)).toMatchObject({
      __typename: 'InputInvalid',
      message: 'There are 5001 annotations, more than the 5000 of one call; send them in several.',
    });
    expect(await addMany([note(speech, [])], 'nobody')).toMatchObject({ __typename: 'NotAllowed' });
  });

  it('takes nothing for nothing', async () => {
    expect(await addMany([])).toEqual({ __typename: 'AddAnnotationsPayload', results: [] });
  });
});

describe('idempotencyKey', () => {
  it('makes a repeated request answer what the first one did', async () => {
    const input = note(speech, [{ block: { ref: '2' } }], { idempotencyKey: 'once' });
    const first = await added(service(), input);
    const before = await total();
    expect((await added(service(), input)).id).toBe(first.id);
    expect((await addMany([input, input])).results.map((result: Data) => result.annotation.id)).toEqual([
      first.id,
      first.id,
    ]);
    expect(await total()).toBe(before);
  });

  it('holds for requests at once and twice in one call', async () => {
    const input = note(speech, [{ block: { ref: '2' } }], { idempotencyKey: 'at once' });
    const before = await total();
    const answers = await Promise.all(Array.from({ length: 8 }, () => service().data(ADD, { input })));
    expect(new Set(answers.map(({ addAnnotation }) => addAnnotation.annotation.id)).size).toBe(1);
    const { results } = await addMany(Array(3).fill(note(speech, [], { idempotencyKey: 'in one call' })));
    expect(new Set(results.map((result: Data) => result.annotation.id)).size).toBe(1);
    expect(await total()).toBe(before + 2);
  });

  it('holds after the text has changed', async () => {
    await importText(service(), 'changing', 'alpha beta\n\ngamma delta', { title: 'Changing' });
    const changing = await documentId(service(), 'changing');
    const input = note(changing, [{ quote: { exact: 'delta' } }], { idempotencyKey: 'before' });
    const first = await added(service(), input);
    await importText(service(), 'changing', 'alpha beta\n\ngamma epsilon');
    expect(await added(service(), input)).toMatchObject({ id: first.id, anchors: [{ status: 'ORPHANED' }] });
  });

  it('is each agent’s own', async () => {
    await service().addPrincipal('second');
    const input = note(speech, [], { idempotencyKey: 'shared name' });
    const mine = await added(service(), input);
    expect((await added(service(), input, 'second')).id).not.toBe(mine.id);
  });

  it('refuses to stand for another request', async () => {
    await added(service(), note(speech, [], { idempotencyKey: 'taken' }));
    const { addAnnotation } = await service().data(ADD, {
      input: note(speech, [], { idempotencyKey: 'taken', tags: ['other'] }),
    });
    expect(addAnnotation).toMatchObject({ __typename: 'InputInvalid' });
    expect(addAnnotation.message).toMatch(/was used for another annotation/);
  });
});
