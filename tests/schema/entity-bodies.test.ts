import { beforeAll, describe, expect, it } from 'vitest';
import { ADD_MANY, add, added, documentId, importText, note } from '../support/annotations.ts';
import { merge, savedEntity, undoMerge, unknownId } from '../support/entities.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });
let document = '';
let stalin: Data;

const BODIES =
  'bodies { __typename ... on EntityBody { entity { id slug } purpose } ... on TextualBody { text } }';
const about = (entity: string, more: object = {}) => note(document, [], { bodies: [{ entity }], ...more });

beforeAll(async () => {
  await service().addPrincipal('reader');
  await importText(service(), 'speech', 'Stalin spoke.\n\nLenin did not.', { title: 'Speech' });
  document = await documentId(service(), 'speech');
  stalin = await savedEntity(service(), { kind: 'PERSON', name: 'Joseph Stalin' });
});

async function bodiesOf(id: string): Promise<Data> {
  const { node } = await service().data(
    `query B($id: ID!) { node(id: $id) { ... on Annotation { ${BODIES} history(first: 9) { edges { node { state { ${BODIES} } } } } } } }`,
    { id },
  );
  return node;
}

async function listed(filter: object, as?: string): Promise<string[]> {
  const { annotations } = await service().data(
    'query L($filter: AnnotationFilter) { annotations(first: 100, filter: $filter) { totalCount edges { node { id } } } }',
    { filter },
    as,
  );
  const ids = annotations.edges.map(({ node }: Data) => node.id);
  expect(annotations.totalCount).toBe(ids.length);
  return ids;
}

async function annotationsOf(id: string, page: object = {}, as?: string): Promise<Data> {
  const { node } = await service().data(
    `query A($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Entity {
      annotations(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } } }`,
    { id, ...page },
    as,
  );
  return node.annotations;
}
const idsOf = ({ edges }: Data): string[] => edges.map(({ node }: Data) => node.id);

describe('an entity as a body of an annotation', () => {
  it('is added, edited, and kept in history', async () => {
    const { id } = await added(service(), about(stalin.id));
    const body = {
      __typename: 'EntityBody',
      entity: { id: stalin.id, slug: 'joseph-stalin' },
      purpose: null,
    };
    expect(await bodiesOf(id)).toMatchObject({
      bodies: [body],
      history: { edges: [{ node: { state: { bodies: [body] } } }] },
    });
    const { editAnnotation } = await service().data(
      `mutation E($input: EditAnnotationInput!) { editAnnotation(input: $input) { __typename ... on EditAnnotationPayload { annotation { ${BODIES} } } } }`,
      {
        input: {
          id,
          version: 1,
          bodies: [{ text: { text: 'He.' } }, { entity: stalin.id }, { entity: stalin.id }],
        },
      },
    );
    expect(editAnnotation.annotation.bodies).toEqual([
      { __typename: 'TextualBody', text: 'He.' },
      body,
      body,
    ]);
    expect((await bodiesOf(id)).history.edges[1].node.state.bodies).toHaveLength(3);
    expect(idsOf(await annotationsOf(stalin.id))).toEqual([id]);
  });

  it('must be there: one bad item of many fails alone', async () => {
    const none = unknownId('Entity');
    const message = 'A body names an entity that is not there; `entities` finds those that there are.';
    expect(await add(service(), about(none))).toMatchObject({ __typename: 'NotFound', message });
    expect(await add(service(), about(document))).toMatchObject({
      __typename: 'InputInvalid',
      message: '`entity` has an id of type Document; give one of type Entity.',
    });
    const { addAnnotations } = await service().data(ADD_MANY, {
      input: { annotations: [about(none), about(stalin.id), about(document)] },
    });
    expect(addAnnotations.results.map(({ __typename }: Data) => __typename)).toEqual([
      'NotFound',
      'AddAnnotationPayload',
      'InputInvalid',
    ]);
    const { id } = await added(service(), about(stalin.id));
    const { editAnnotation } = await service().data(
      'mutation E($input: EditAnnotationInput!) { editAnnotation(input: $input) { __typename ... on Error { message } } }',
      { input: { id, version: 1, bodies: [{ entity: none }] } },
    );
    expect(editAnnotation).toEqual({ __typename: 'NotFound', message });
  });

  it('is listed with the entity and by a filter, newest first, to those who may see it', async () => {
    const beria = await savedEntity(service(), { kind: 'PERSON', name: 'Lavrentiy Beria' });
    const ids: string[] = [];
    for (const visibility of ['PUBLIC', 'PRIVATE', 'PUBLIC'])
      ids.unshift((await added(service(), about(beria.id, { visibility }))).id);
    await added(service(), note(document, [], { bodies: [{ text: { text: 'Beria' } }] }));
    expect(await annotationsOf(beria.id)).toMatchObject({
      totalCount: 3,
      edges: ids.map((id) => ({ node: { id } })),
    });
    expect(await listed({ entity: beria.id })).toEqual(ids);
    expect(await listed({ entity: unknownId('Entity') })).toEqual([]);
    const seen = [ids[0], ids[2]];
    for (const who of ['reader', 'nobody']) {
      expect(await annotationsOf(beria.id, {}, who)).toMatchObject({
        totalCount: 2,
        edges: seen.map((id) => ({ node: { id } })),
      });
      expect(await listed({ entity: beria.id }, who)).toEqual(seen);
    }
    const first = await annotationsOf(beria.id, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await annotationsOf(beria.id, { first: 2, after: first.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids);
  });

  it('follows a merge, and its undoing', async () => {
    const [one, other] = [
      await savedEntity(service(), { kind: 'PERSON', name: 'Sergey Kirov' }),
      await savedEntity(service(), { kind: 'PERSON', name: 'Sergei Kostrikov' }),
    ];
    const ofOne = await added(service(), about(one.id));
    const ofOther = await added(service(), about(other.id));
    const ofBoth = await added(
      service(),
      note(document, [], { bodies: [{ entity: one.id }, { entity: other.id }] }),
    );
    const { event } = await merge(service(), other.id, one.id);
    const all = [ofBoth.id, ofOther.id, ofOne.id];
    for (const id of [one.id, other.id]) {
      expect(await annotationsOf(id)).toMatchObject({ totalCount: 3 });
      expect(idsOf(await annotationsOf(id))).toEqual(all);
      expect(await listed({ entity: id })).toEqual(all);
    }
    expect((await bodiesOf(ofOther.id)).bodies[0].entity).toEqual({ id: one.id, slug: 'sergey-kirov' });
    const late = await added(service(), about(other.id));
    await undoMerge(service(), event.id);
    expect(idsOf(await annotationsOf(one.id))).toEqual([ofBoth.id, ofOne.id]);
    expect(idsOf(await annotationsOf(other.id))).toEqual([late.id, ofBoth.id, ofOther.id]);
  });

  it('takes a number of statements that does not grow with entities and annotations', async () => {
    const counts: number[] = [];
    const query = `{ entities(first: 100, kinds: [WORK]) { totalCount edges { node { id names { text } authorities { url } dates { start }
      annotations(first: 3) { totalCount edges { node { id ${BODIES} creator { name } } } }
      history(first: 2) { totalCount edges { node { agent { name } subject { name } state { name } } } } } } } }`;
    for (const size of [2, 20]) {
      for (let index = 0; index < size; index += 1) {
        const work = await savedEntity(service(), {
          kind: 'WORK',
          name: `Work ${size}.${index}`,
          authorities: [{ scheme: 'VIAF', value: `${size}${index + 100}` }],
        });
        await added(service(), about(work.id));
        await added(service(), about(work.id));
      }
      service().forget();
      // Another query, so that the answer to the last one is not looked for.
      const { errors, statements, data } = await service().run(`${query} # ${size}`);
      expect(errors).toBeUndefined();
      expect(data.entities.edges.at(-1).node.annotations.totalCount).toBe(2);
      counts.push(statements.length);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
