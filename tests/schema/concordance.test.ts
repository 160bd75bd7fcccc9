import { beforeAll, describe, expect, it } from 'vitest';
import { documentId, importText } from '../support/annotations.ts';
import { linkDocument, mentionsIn, person, review, savedEntity } from '../support/mentions.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

const DOCUMENTS = 30;

let comet: Data;
let halley: Data;

beforeAll(async () => {
  comet = await savedEntity(service(), { kind: 'CONCEPT', name: 'Great Comet', names: [{ text: 'comet' }] });
  halley = await savedEntity(service(), person('Edmond Halley'));
  await savedEntity(service(), person('Caroline Herschel'));
  for (let number = 0; number < DOCUMENTS; number += 1)
    await importText(
      service(),
      `sky-${number}`,
      [
        `On night ${number} the Great Comet was seen by ${number % 3 === 0 ? 'Edmond Halley' : 'nobody'}.`,
        'Two comets, and the comet again.',
        number % 2 === 0 ? 'Caroline Herschel and Edmond Halley never met.' : 'Clouds.',
      ].join('\n\n'),
      { title: `Sky ${number}`, language: 'en' },
    );
});

async function pageOf(id: string, first: number, after: string | null, more = ''): Promise<Data> {
  const { node } = await service().data(
    `query Concordance($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Entity {
      mentions(first: $first, after: $after ${more}) { totalCount pageInfo { hasNextPage endCursor }
        edges { node { surface document { slug } context { prefix exact suffix } } } } } } }`,
    { id, first, after },
  );
  return node.mentions;
}

describe('the concordance of an entity', () => {
  it('goes through all documents in pages, in each in the order of the text', async () => {
    const lines: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo, totalCount }: Data = await pageOf(comet.id, 17, after);
      expect(totalCount).toBe(3 * DOCUMENTS);
      lines.push(
        ...edges.map(
          ({ node }: Data) =>
            `${node.document.slug}: ${node.context.prefix}[${node.surface}]${node.context.suffix}`,
        ),
      );
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(lines).toEqual(
      Array.from({ length: DOCUMENTS }, (_, number) => [
        `sky-${number}: On night ${number} the [Great Comet] was seen by ${number % 3 === 0 ? 'Edmond Halley' : 'nobody'}.`,
        `sky-${number}: Two [comets], and the comet again.`,
        `sky-${number}: Two comets, and the [comet] again.`,
      ]).flat(),
    );
  });

  it('is of one document where that is asked for, and of none that is not there', async () => {
    const document = await documentId(service(), 'sky-6');
    const page = await pageOf(comet.id, 10, null, `, document: "${document}"`);
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    const none = await pageOf(comet.id, 10, null, ', status: [REJECTED]');
    expect(none).toMatchObject({ totalCount: 0, edges: [] });
  });

  it.each(['nonsense', Buffer.from('mention.a.1.2.b').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      const { errors } = await service().run(
        `query C($id: ID!, $after: String) { node(id: $id) { ... on Entity { mentions(after: $after) { totalCount } relatedEntities(after: $after) { totalCount } } } }`,
        { id: comet.id, after: cursor },
      );
      expect(errors?.[0]?.message).toContain('cursor');
    },
  );
});

describe('what entities have to do with each other', () => {
  it('shows in the paragraphs that they share', async () => {
    const { node } = await service().data(
      `query Related($id: ID!) { node(id: $id) { ... on Entity { relatedEntities(first: 5) {
        totalCount edges { node { count entity { slug } } } } } } }`,
      { id: halley.id },
    );
    expect(node.relatedEntities).toEqual({
      totalCount: 2,
      edges: [
        { node: { count: 15, entity: { slug: 'caroline-herschel' } } },
        { node: { count: 10, entity: { slug: 'great-comet' } } },
      ],
    });
  });

  it('finds the documents that mention one', async () => {
    const { documents } = await service().data(
      `query Mentioning($id: ID!) { documents(first: 3, filter: { mentions: $id }) { totalCount edges { node { slug
        entities(first: 2, kinds: [CONCEPT]) { totalCount edges { node { count entity { slug } } } } } } } }`,
      { id: halley.id },
    );
    expect(documents).toMatchObject({
      totalCount: 20,
      edges: [{ node: { slug: 'sky-0' } }, { node: { slug: 'sky-2' } }, { node: { slug: 'sky-3' } }],
    });
    expect(documents.edges[0].node.entities).toEqual({
      totalCount: 1,
      edges: [{ node: { count: 3, entity: { slug: 'great-comet' } } }],
    });
  });

  it('follows a merge, and its undoing', async () => {
    const twin = await savedEntity(service(), { kind: 'CONCEPT', name: 'Tailed Star' });
    await importText(service(), 'stars', 'A Tailed Star, or comet.', { title: 'Stars', language: 'en' });
    const countOf = async (): Promise<number> => (await pageOf(comet.id, 1, null)).totalCount;
    expect(await countOf()).toBe(3 * DOCUMENTS + 1);
    const { mergeEntities } = await service().data(
      `mutation Merge($entity: ID!, $into: ID!) { mergeEntities(input: { entity: $entity, into: $into }) {
        ... on MergeEntitiesPayload { event { id } entity { id } } ... on Error { message } } }`,
      { entity: twin.id, into: comet.id },
    );
    expect(mergeEntities.entity.id).toBe(comet.id);
    expect(await countOf()).toBe(3 * DOCUMENTS + 2);
    await importText(service(), 'more-stars', 'Another Tailed Star.', {
      title: 'More stars',
      language: 'en',
    });
    expect(await countOf()).toBe(3 * DOCUMENTS + 3);
    const { node } = await service().data(
      'query N($id: ID!) { node(id: $id) { id ... on Entity { slug } } }',
      {
        id: twin.id,
      },
    );
    expect(node).toEqual({ id: comet.id, slug: 'great-comet' });
    await service().data(
      'mutation Undo($event: ID!) { undoMerge(input: { event: $event }) { __typename } }',
      { event: mergeEntities.event.id },
    );
    expect(await countOf()).toBe(3 * DOCUMENTS + 1);
    expect((await pageOf(twin.id, 1, null)).totalCount).toBe(2);
  });

  it('leaves one mention on the very words when two that had one there are merged, and what was decided decided', async () => {
    const [first, second] = [
      await savedEntity(service(), { kind: 'CONCEPT', name: 'Evening Star' }),
      await savedEntity(service(), {
        kind: 'CONCEPT',
        name: 'Morning Star',
        names: [{ text: 'Evening Star' }],
      }),
    ];
    const text = 'The Evening Star rose.\n\nThe Evening Star set.\n\nThe Evening Star was gone.';
    await importText(service(), 'evening', text, { title: 'Evening', language: 'en' });
    const mentions = async (status = ['SUGGESTED', 'CONFIRMED', 'REJECTED']) =>
      (await mentionsIn(service(), 'evening', { status })).map(
        ({ status, entity, anchor }: Data) => `${anchor.blocks[0].ref} ${status} ${entity.slug}`,
      );
    const of = async (slug: string) =>
      (await mentionsIn(service(), 'evening')).filter(({ entity }: Data) => entity.slug === slug);
    const [one, two] = await of('evening-star');
    await review(service(), { mentions: [one?.id] });
    await review(service(), { mentions: [two?.id], status: 'REJECTED' });
    const before = (await mentions()).sort();
    expect(before).toHaveLength(6);
    const { mergeEntities } = await service().data(
      `mutation Merge($entity: ID!, $into: ID!) { mergeEntities(input: { entity: $entity, into: $into }) {
        ... on MergeEntitiesPayload { event { id } } ... on Error { message } } }`,
      { entity: second.id, into: first.id },
    );
    await linkDocument(service(), await documentId(service(), 'evening'));
    expect(await mentions(['SUGGESTED', 'CONFIRMED'])).toEqual([
      '1 CONFIRMED evening-star',
      '3 SUGGESTED evening-star',
    ]);
    await service().data(
      'mutation Undo($event: ID!) { undoMerge(input: { event: $event }) { __typename } }',
      {
        event: mergeEntities.event.id,
      },
    );
    expect((await mentions()).sort()).toEqual(before);
  });
});
