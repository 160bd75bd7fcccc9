import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/new-id.ts';
import { documentId, importText } from '../support/annotations.ts';
import {
  entityBy,
  merge,
  savedEntity,
  saveEntity,
  slugsFound,
  undoMerge,
  unknownId,
} from '../support/entities.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });
const saved = (input: object) => savedEntity(service(), input);
const person = (name: string, more: object = {}) => saved({ kind: 'PERSON', name, ...more });
const byId = (id: string) => entityBy(service(), { id });
const namesOf = ({ names }: Data) => names.map(({ text, kind }: Data) => `${text} ${kind}`);

beforeAll(async () => {
  await service().addPrincipal('reader');
});

async function historyOf(id: string): Promise<Data[]> {
  const { node } = await service().data(
    `query H($id: ID!) { node(id: $id) { ... on Entity { history(first: 100) { totalCount edges { node {
      id kind undoes subject { id slug name } into { id slug } state { name } } } } } } }`,
    { id },
  );
  const events = node.history.edges.map((edge: Data) => edge.node);
  expect(node.history.totalCount).toBe(events.length);
  return events;
}

describe('mergeEntities', () => {
  it('makes the one read as the other, under its old id, slug and authorities too', async () => {
    const molotov = await person('Vyacheslav Molotov', {
      names: [{ text: 'Molotov', kind: 'SURNAME' }],
      authorities: [{ scheme: 'WIKIDATA', value: 'Q132899' }],
    });
    const skryabin = await person('Vyacheslav Skryabin', {
      names: [
        { text: 'Molotov', kind: 'SURNAME' },
        { text: 'Скрябин', language: 'ru' },
      ],
      authorities: [{ scheme: 'VIAF', value: '29592138' }],
    });
    const result = await merge(service(), skryabin.id, molotov.id);
    expect(result).toMatchObject({
      __typename: 'MergeEntitiesPayload',
      entity: {
        id: molotov.id,
        slug: 'vyacheslav-molotov',
        authorities: [{ value: 'Q132899' }, { value: '29592138' }],
      },
      event: {
        kind: 'ENTITIES_MERGED',
        subject: { id: skryabin.id, slug: 'vyacheslav-skryabin', name: 'Vyacheslav Skryabin' },
        into: { id: molotov.id },
        agent: { name: 'Local user' },
      },
    });
    expect(namesOf(result.entity)).toEqual([
      'Vyacheslav Molotov PREFERRED',
      'Molotov SURNAME',
      'Vyacheslav Skryabin VARIANT',
      'Скрябин VARIANT',
    ]);
    for (const by of [
      { id: skryabin.id },
      { slug: 'vyacheslav-skryabin' },
      { authority: { scheme: 'VIAF', value: '29592138' } },
    ])
      expect(await entityBy(service(), by)).toEqual(result.entity);
    const { nodes } = await service().data('query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: [skryabin.id, molotov.id],
    });
    expect(nodes.map(({ id }: Data) => id)).toEqual([molotov.id, molotov.id]);
    expect(await slugsFound(service(), 'skryabin')).toEqual(['vyacheslav-molotov']);
    const { entities } = await service().data('{ entities(first: 100) { edges { node { id } } } }');
    expect(entities.edges.map(({ node }: Data) => node.id)).not.toContain(skryabin.id);
  });

  it('leaves to the merged one what it brought, whatever is saved of the survivor', async () => {
    const one = await person('Grigory Zinoviev', { authorities: [{ scheme: 'WIKIDATA', value: 'Q179671' }] });
    const other = await person('Hirsch Apfelbaum', { authorities: [{ scheme: 'GND', value: '118637010' }] });
    const { entity, event } = await merge(service(), other.id, one.id);
    const names = entity.names.slice(1);
    const authorities = entity.authorities.map(({ scheme, value }: Data) => ({ scheme, value }));
    expect(
      await saveEntity(service(), {
        entity: one.id,
        version: 1,
        names,
        authorities,
        description: 'A politician.',
      }),
    ).toMatchObject({ warnings: [], entity: { version: 2, names: entity.names, authorities } });
    expect(
      await saveEntity(service(), { entity: other.id, version: 2, names: [], authorities: [] }),
    ).toMatchObject({
      entity: { id: one.id, version: 3, authorities: [{ value: '118637010' }] },
      warnings: [
        'Names and authorities of entities that were merged into it stay; undo the merge to take them away.',
      ],
    });
    expect(
      await saveEntity(service(), { kind: 'PERSON', name: 'X', authorities: [authorities[1]] }),
    ).toMatchObject({
      __typename: 'AuthorityTaken',
      entity: { id: one.id },
    });
    expect(await saveEntity(service(), { kind: 'PERSON', name: 'X', slug: other.slug })).toMatchObject({
      __typename: 'InputInvalid',
      message: `The slug ${other.slug} leads to ${one.slug}, into which an entity of that slug was merged; give another one.`,
    });
    await undoMerge(service(), event.id);
    expect(await byId(one.id)).toMatchObject({ names: [{ text: 'Grigory Zinoviev' }], authorities: [] });
    expect(await byId(other.id)).toEqual(other);
  });

  it('is undone from history exactly, even after later merges', async () => {
    const [a, b, c, d] = await Promise.all(
      ['Anna A', 'Berta B', 'Clara C', 'Dora D'].map((name) => person(name)),
    );
    const inB = await merge(service(), a.id, b.id);
    await merge(service(), d.id, a.id);
    const inC = await merge(service(), b.id, c.id);
    for (const { id } of [a, b, c, d]) expect((await byId(id)).id).toBe(c.id);
    expect(namesOf(await byId(c.id)).sort()).toEqual([
      'Anna A VARIANT',
      'Berta B VARIANT',
      'Clara C PREFERRED',
      'Dora D VARIANT',
    ]);
    const merges = (await historyOf(a.id)).filter(({ kind }) => kind === 'ENTITIES_MERGED');
    expect(merges.map(({ subject, into }) => [subject.slug, into.slug])).toEqual([
      ['anna-a', 'berta-b'],
      ['dora-d', 'berta-b'],
      ['berta-b', 'clara-c'],
    ]);
    expect(merges[0].id).toBe(inB.event.id);
    expect(await undoMerge(service(), inB.event.id)).toMatchObject({
      __typename: 'UndoMergePayload',
      entity: { id: a.id, slug: 'anna-a', names: [{ text: 'Anna A', kind: 'PREFERRED' }] },
      from: { id: c.id },
      event: { kind: 'MERGE_UNDONE', undoes: inB.event.id },
    });
    for (const { id } of [b, c, d]) expect((await byId(id)).id).toBe(c.id);
    expect(await undoMerge(service(), inC.event.id)).toMatchObject({
      entity: { id: b.id },
      from: { id: c.id },
    });
    expect(await byId(c.id)).toEqual(c);
    expect((await byId(d.id)).id).toBe(b.id);
    expect((await historyOf(c.id)).map(({ kind }) => kind)).toEqual([
      'ENTITY_SAVED',
      'ENTITIES_MERGED',
      'MERGE_UNDONE',
    ]);
    expect(await undoMerge(service(), inB.event.id)).toMatchObject({
      __typename: 'InputInvalid',
      message: 'This merge is undone already; to merge the two again, use `mergeEntities`.',
    });
    const again = await merge(service(), a.id, b.id);
    expect(again.entity.id).toBe(b.id);
    expect(await undoMerge(service(), again.event.id)).toMatchObject({ entity: { id: a.id } });
    expect(await byId(a.id)).toEqual(a);
  });

  it('refuses to merge what is one, in a circle or of another kind, or is not there', async () => {
    const [a, b] = [await person('Leon Trotsky'), await person('Lev Bronstein')];
    const place = await saved({ kind: 'PLACE', name: 'Coyoacan' });
    expect(await merge(service(), a.id, a.id)).toEqual({
      __typename: 'InputInvalid',
      code: 'INPUT_INVALID',
      message: 'An entity cannot be merged into itself; give another one in `into`.',
    });
    expect(await merge(service(), a.id, place.id)).toMatchObject({
      __typename: 'InputInvalid',
      message: expect.stringContaining('leon-trotsky is a PERSON and coyoacan a PLACE'),
    });
    for (const [entity, into, name] of [
      [unknownId('Entity'), a.id, 'entity'],
      [a.id, unknownId('Entity'), 'into'],
    ])
      expect(await merge(service(), entity, into)).toMatchObject({
        __typename: 'NotFound',
        message: expect.stringContaining(`\`${name}\``),
      });
    await merge(service(), b.id, a.id);
    for (const [entity, into] of [
      [b.id, a.id],
      [a.id, b.id],
    ])
      expect(await merge(service(), entity, into)).toMatchObject({
        __typename: 'InputInvalid',
        message: expect.stringContaining('The two are one already, leon-trotsky'),
      });
    const [c, d] = [await person('One'), await person('Two')];
    const both = await Promise.all([merge(service(), c.id, d.id), merge(service(), d.id, c.id)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['InputInvalid', 'MergeEntitiesPayload']);
  });

  it('refuses who is no editor, and events that are no merges', async () => {
    const [a, b] = [await person('Nikolai Bulganin'), await person('Nikolay Bulganin')];
    for (const who of ['reader', 'nobody'])
      expect(await merge(service(), a.id, b.id, who)).toMatchObject({ __typename: 'NotAllowed' });
    const { event } = await merge(service(), a.id, b.id);
    expect(await undoMerge(service(), event.id, 'reader')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await undoMerge(service(), unknownId('EntityEvent'))).toMatchObject({ __typename: 'NotFound' });
    expect(await undoMerge(service(), a.id)).toMatchObject({ __typename: 'InputInvalid' });
    const [saving] = await historyOf(b.id);
    expect(await undoMerge(service(), saving.id)).toMatchObject({
      __typename: 'InputInvalid',
      message: 'Only a merge can be undone; give the id of an event ENTITIES_MERGED.',
    });
  });
});

describe('merging entities that are mentioned in the very same place', () => {
  const uuid = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

  /** Puts a mention into the store as another program would. */
  async function mention(entity: Data, offset: number, more: object): Promise<string> {
    const { prisma } = service().scholion.store;
    const document = await prisma.document.findUniqueOrThrow({
      where: { slug: 'names' },
      include: { revisions: true, units: true },
    });
    const { id } = await prisma.mention.create({
      data: {
        id: newId(),
        documentId: document.id,
        entityId: uuid(entity.id),
        status: 'SUGGESTED',
        confidence: 0.5,
        origin: 'IMPORT',
        creatorId: service().scholion.localAgentId,
        ...more,
      },
    });
    const unitId = document.units[0]?.id ?? null;
    await prisma.anchor.create({
      data: {
        documentId: document.id,
        mentionId: id,
        ordinal: 0,
        madeOnId: document.revisions[0]?.id ?? '',
        exact: 'xx',
        prefix: '',
        suffix: '',
        positions: {
          create: {
            documentId: document.id,
            firstRevision: 1,
            status: 'EXACT',
            score: 1,
            startUnitId: unitId,
            startOffset: offset,
            endUnitId: unitId,
            endOffset: offset + 2,
            spanning: false,
          },
        },
      },
    });
    return id;
  }

  it('withdraws what is there twice or was rejected, and gives it back when that is undone', async () => {
    await importText(service(), 'names', 'aa bb cc dd ee ff gg hh', { title: 'Names' });
    expect(await documentId(service(), 'names')).toEqual(expect.any(String));
    const [one, other] = [await person('Xaver Xylander'), await person('Xaver Xylophon')];
    await mention(one, 0, { confidence: 0.9 });
    const weaker = await mention(other, 0, { confidence: 0.8 });
    const unconfirmed = await mention(one, 3, { confidence: 0.99 });
    await mention(other, 3, { status: 'CONFIRMED', confidence: 0.1 });
    await mention(one, 6, { status: 'REJECTED' });
    const rejected = await mention(other, 6, {});
    await mention(one, 9, { status: 'CONFIRMED' });
    const again = await mention(other, 9, { status: 'CONFIRMED' });
    await mention(other, 12, {});
    const withdrawn = async () =>
      (
        await service().scholion.store.prisma.mention.findMany({
          where: { withdrawnAt: { not: null } },
          select: { id: true },
        })
      )
        .map(({ id }) => id)
        .sort();
    const { event } = await merge(service(), other.id, one.id);
    expect(await withdrawn()).toEqual([weaker, unconfirmed, rejected, again].sort());
    await undoMerge(service(), event.id);
    expect(await withdrawn()).toEqual([]);
  });
});
