import { beforeAll, describe, expect, it } from 'vitest';
import { added, documentId, note } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();
let speech = '';

beforeAll(async () => {
  speech = await documentId(service());
  await service().addPrincipal('reader');
  await service().addPrincipal('editor', new Set(['READER', 'ANNOTATOR', 'EDITOR']));
});

const CHANGED = `__typename ... on Error { message code } ... on EditConflict { current { version tags } }`;
const WHOLE = `annotation { id version tags motivation visibility deletedAt bodies { ... on TextualBody { text } ... on LinkBody { url } } }`;
const EDIT = `mutation Edit($input: EditAnnotationInput!) { editAnnotation(input: $input) { ${CHANGED} ... on EditAnnotationPayload { ${WHOLE} } } }`;
const DELETE = `mutation Delete($input: DeleteAnnotationInput!) { deleteAnnotation(input: $input) { ${CHANGED} ... on DeleteAnnotationPayload { ${WHOLE} } } }`;
const RESTORE = `mutation Restore($input: RestoreAnnotationInput!) { restoreAnnotation(input: $input) { ${CHANGED} ... on RestoreAnnotationPayload { ${WHOLE} } } }`;

const edit = async (input: object, as = 'local'): Promise<Data> =>
  (await service().data(EDIT, { input }, as)).editAnnotation;
const remove = async (input: object, as = 'local'): Promise<Data> =>
  (await service().data(DELETE, { input }, as)).deleteAnnotation;
const restore = async (input: object, as = 'local'): Promise<Data> =>
  (await service().data(RESTORE, { input }, as)).restoreAnnotation;
const fresh = (more: object = {}) => added(service(), note(speech, [{ block: { ref: '1' } }], more));
const listed = async (as = 'local', filter: object = {}): Promise<string[]> => {
  const { annotations } = await service().data(
    'query L($filter: AnnotationFilter) { annotations(first: 100, filter: $filter) { edges { node { id } } } }',
    { filter },
    as,
  );
  return annotations.edges.map(({ node }: Data) => node.id);
};

describe('editAnnotation', () => {
  it('changes what is given and leaves the rest', async () => {
    const { id } = await fresh({ tags: ['old'] });
    const { annotation } = await edit({
      id,
      version: 1,
      bodies: [{ text: { text: 'Better.' } }, { url: 'https://example.org/' }],
    });
    expect(annotation).toMatchObject({
      version: 2,
      tags: ['old'],
      motivation: 'COMMENTING',
      bodies: [{ text: 'Better.' }, { url: 'https://example.org/' }],
    });
    expect(await edit({ id, version: 2, tags: [], motivation: 'ASSESSING' })).toMatchObject({
      annotation: { version: 3, tags: [], motivation: 'ASSESSING' },
    });
  });

  it('refuses a stale version and shows what is there now', async () => {
    const { id } = await fresh();
    await edit({ id, version: 1, tags: ['first'] });
    const result = await edit({ id, version: 1, tags: ['second'] });
    expect(result).toMatchObject({
      __typename: 'EditConflict',
      code: 'EDIT_CONFLICT',
      current: { version: 2, tags: ['first'] },
    });
  });

  it('lets one of two edits at once win', async () => {
    const { id } = await fresh();
    const results = await Promise.all(['a', 'b', 'c'].map((tag) => edit({ id, version: 1, tags: [tag] })));
    expect(results.map((result) => result.__typename).sort()).toEqual([
      'EditAnnotationPayload',
      'EditConflict',
      'EditConflict',
    ]);
  });

  it('refuses others, what is deleted, what is not there and what is not valid, and changes nothing', async () => {
    const { id } = await fresh();
    expect(await edit({ id, version: 1, tags: ['x'] }, 'editor')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await edit({ id, version: 1, tags: ['x'] }, 'nobody')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await edit({ id, version: 1, bodies: [{ text: { text: '' } }] })).toMatchObject({
      __typename: 'InputInvalid',
    });
    expect(await edit({ id: speech, version: 1 })).toMatchObject({
      __typename: 'InputInvalid',
      message: '`id` has an id of type Document; give one of type Annotation.',
    });
    const none = Buffer.from('Annotation:01a20c2a-3cfc-775f-9f27-0444ba67e4a9').toString('base64url');
    expect(await edit({ id: none, version: 1 })).toMatchObject({ __typename: 'NotFound' });
    await remove({ id });
    expect(await edit({ id, version: 2 })).toMatchObject({
      __typename: 'NotFound',
      message: 'The annotation is deleted; restore it first.',
    });
    const { node } = await service().data(
      'query N($id: ID!) { node(id: $id) { ... on Annotation { version tags bodies { ... on TextualBody { text } } } } }',
      { id },
    );
    expect(node).toEqual({ version: 2, tags: [], bodies: [{ text: 'A note.' }] });
  });
});

describe('deleteAnnotation and restoreAnnotation', () => {
  it('take an annotation out of every list and bring it back', async () => {
    const { id } = await fresh();
    expect(await remove({ id, version: 1 })).toMatchObject({
      annotation: { version: 2, deletedAt: expect.any(String) },
    });
    expect(await listed()).not.toContain(id);
    expect(await listed('local', { includeDeleted: true })).toContain(id);
    expect(await listed('reader', { includeDeleted: true })).not.toContain(id);
    expect(await restore({ id, version: 2 })).toMatchObject({ annotation: { version: 3, deletedAt: null } });
    expect(await listed()).toContain(id);
  });

  it('change nothing the second time', async () => {
    const { id } = await fresh();
    await remove({ id });
    expect(await remove({ id })).toMatchObject({ annotation: { version: 2 } });
    await restore({ id });
    expect(await restore({ id })).toMatchObject({ annotation: { version: 3 } });
  });

  it('refuse a stale version, and others than the creator and editors', async () => {
    const { id } = await fresh();
    expect(await remove({ id, version: 7 })).toMatchObject({
      __typename: 'EditConflict',
      current: { version: 1 },
    });
    expect(await remove({ id }, 'reader')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await remove({ id }, 'editor')).toMatchObject({ annotation: { version: 2 } });
    expect(await restore({ id }, 'editor')).toMatchObject({ annotation: { version: 3 } });
  });
});

describe('several changes in one request', () => {
  it('are answered as things are after each', async () => {
    const { id } = await fresh();
    const { first, second } =
      await service().data(`mutation { first: editAnnotation(input: {id: "${id}", version: 1, bodies: [{text: {text: "One."}}]}) { ...Edited }
      second: editAnnotation(input: {id: "${id}", version: 2, bodies: [{text: {text: "Two."}}]}) { ...Edited } }
      fragment Edited on EditAnnotationPayload { annotation { version bodies { ... on TextualBody { text } } } }`);
    expect(first.annotation).toEqual({ version: 2, bodies: [{ text: 'One.' }] });
    expect(second.annotation).toEqual({ version: 3, bodies: [{ text: 'Two.' }] });
  });
});

describe('history', () => {
  const HISTORY = `query H($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Annotation { history(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { kind version occurredAt agent { name }
      state { motivation tags visibility bodies { ... on TextualBody { text } ... on LinkBody { url } } } } } } } } }`;

  it('tells what an annotation said after every change, and who changed it', async () => {
    const { id } = await fresh({ tags: ['one'] });
    await edit({ id, version: 1, tags: ['two'], bodies: [{ url: 'https://example.org/' }] });
    await remove({ id }, 'editor');
    await restore({ id });
    const { node } = await service().data(HISTORY, { id });
    expect(node.history.totalCount).toBe(4);
    expect(node.history.edges.map((edge: Data) => edge.node)).toMatchObject([
      {
        kind: 'ANNOTATION_ADDED',
        version: 1,
        agent: { name: 'Local user' },
        state: { tags: ['one'], bodies: [{ text: 'A note.' }] },
      },
      {
        kind: 'ANNOTATION_EDITED',
        version: 2,
        state: { tags: ['two'], bodies: [{ url: 'https://example.org/' }] },
      },
      { kind: 'ANNOTATION_DELETED', version: 3, agent: { name: 'editor' } },
      { kind: 'ANNOTATION_RESTORED', version: 4, agent: { name: 'Local user' }, state: { tags: ['two'] } },
    ]);
  });

  it('comes in pages', async () => {
    const { id } = await fresh();
    for (const version of [1, 2, 3]) await edit({ id, version, tags: [`v${version}`] });
    const first = (await service().data(HISTORY, { id, first: 3 })).node.history;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await service().data(HISTORY, { id, first: 3, after: first.pageInfo.endCursor })).node
      .history;
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...second.edges].map(({ node }: Data) => node.version)).toEqual([1, 2, 3, 4]);
  });
});
