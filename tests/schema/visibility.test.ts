import { beforeAll, describe, expect, it } from 'vitest';
import { add, added, documentId, note } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();
let speech = '';
let mine: Data;
let open: Data;

beforeAll(async () => {
  speech = await documentId(service());
  await service().addPrincipal('author');
  await service().addPrincipal('editor', new Set(['READER', 'ANNOTATOR', 'EDITOR']));
  open = await added(service(), note(speech, [{ block: { ref: '2' } }], { tags: ['open'] }), 'author');
  mine = await added(
    service(),
    note(speech, [{ block: { ref: '2' } }], { tags: ['mine'], visibility: 'PRIVATE', replyTo: open.id }),
    'author',
  );
});

/** Everywhere where an annotation, or that there is one, can be seen. */
const EVERYWHERE = `query Everywhere($id: ID!, $open: ID!) {
  node(id: $id) { id }
  nodes(ids: [$id]) { id }
  annotations(filter: {tags: ["mine"]}) { totalCount edges { node { id } } }
  hidden: annotations(filter: {visibility: PRIVATE, includeDeleted: true}) { totalCount }
  replied: node(id: $open) { ... on Annotation { replies { totalCount edges { node { id } } } } }
  document(by: {slug: "secret-speech"}) {
    annotations(filter: {tags: ["mine"]}) { totalCount edges { node { id } } }
    revision { block(ref: "2") {
      annotations(filter: {tags: ["mine"]}) { totalCount edges { node { id } } }
      runs(kinds: [ANNOTATION], filter: {tags: ["mine"]}) { marks { ... on Annotation { id } } }
      marksOmitted(filter: {tags: ["mine"]})
    } }
  }
}`;

const seenBy = (as: string) => service().data(EVERYWHERE, { id: mine.id, open: open.id }, as);

describe('a private annotation', () => {
  it.each(['local', 'editor', 'nobody'])('is seen nowhere by %s', async (as) => {
    const nothing = { totalCount: 0, edges: [] };
    expect(await seenBy(as)).toEqual({
      node: null,
      nodes: [null],
      annotations: nothing,
      hidden: { totalCount: 0 },
      replied: { replies: nothing },
      document: {
        annotations: nothing,
        revision: { block: { annotations: nothing, runs: [{ marks: [] }], marksOmitted: 0 } },
      },
    });
  });

  it('is seen everywhere by its creator', async () => {
    const one = { totalCount: 1, edges: [{ node: { id: mine.id } }] };
    expect(await seenBy('author')).toMatchObject({
      node: { id: mine.id },
      nodes: [{ id: mine.id }],
      annotations: one,
      hidden: { totalCount: 1 },
      replied: { replies: one },
      document: {
        annotations: one,
        revision: { block: { annotations: one, runs: [{ marks: [{ id: mine.id }] }] } },
      },
    });
  });

  it('cannot be changed, deleted, restored or replied to by others, as if it were not there', async () => {
    const input = { id: mine.id, version: 1 };
    for (const mutation of ['edit', 'delete', 'restore']) {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
      const query = `mutation M($input: ${type}AnnotationInput!) { result: ${mutation}Annotation(input: $input) { __typename ... on Error { message } } }`;
      const { result } = await service().data(query, { input }, 'editor');
      expect(result).toEqual({
        __typename: 'NotFound',
        message: 'There is no annotation with this id that you may see.',
      });
    }
    const reply = await add(service(), note(speech, [], { replyTo: mine.id, visibility: 'PRIVATE' }));
    expect(reply).toMatchObject({ __typename: 'NotFound' });
  });

  it('takes private replies only', async () => {
    const shouted = await add(service(), note(speech, [], { replyTo: mine.id }), 'author');
    expect(shouted).toMatchObject({
      __typename: 'InputInvalid',
      message: 'A reply to a private annotation must be private too; set its visibility to PRIVATE.',
    });
    const whispered = await added(
      service(),
      note(speech, [], { replyTo: mine.id, visibility: 'PRIVATE' }),
      'author',
    );
    expect(whispered.replyTo).toEqual({ id: mine.id });
  });
});

describe('an annotation that was private', () => {
  it('does not tell others what it said then', async () => {
    const { id } = await added(
      service(),
      { document: speech, targets: [], bodies: [{ text: { text: 'A secret.' } }], visibility: 'PRIVATE' },
      'author',
    );
    await service().data(
      `mutation { editAnnotation(input: {id: "${id}", version: 1, visibility: PUBLIC, bodies: [{text: {text: "In the open."}}]}) { __typename } }`,
      {},
      'author',
    );
    const history = async (as: string): Promise<Data> =>
      (
        await service().data(
          'query H($id: ID!) { node(id: $id) { ... on Annotation { history { totalCount edges { node { version state { bodies { ... on TextualBody { text } } } } } } } } }',
          { id },
          as,
        )
      ).node.history;
    const public_ = { node: { version: 2, state: { bodies: [{ text: 'In the open.' }] } } };
    expect(await history('nobody')).toEqual({ totalCount: 1, edges: [public_] });
    expect(await history('editor')).toEqual({ totalCount: 1, edges: [public_] });
    expect((await history('author')).totalCount).toBe(2);
  });

  it('keeps its replies private, whatever is edited', async () => {
    const reply = await added(
      service(),
      note(speech, [], { replyTo: mine.id, visibility: 'PRIVATE' }),
      'author',
    );
    const { editAnnotation } = await service().data(
      `mutation { editAnnotation(input: {id: "${reply.id}", version: 1, visibility: PUBLIC}) { __typename } }`,
      {},
      'author',
    );
    expect(editAnnotation).toEqual({ __typename: 'InputInvalid' });
  });
});

describe('viewer', () => {
  const VIEWER = '{ viewer { agent { name kind } roles } }';

  it('says who is asking and what they may do', async () => {
    expect(await service().data(VIEWER)).toEqual({
      viewer: { agent: { name: 'Local user', kind: 'PERSON' }, roles: ['READER', 'ANNOTATOR', 'EDITOR'] },
    });
    expect(await service().data(VIEWER, {}, 'nobody')).toEqual({
      viewer: { agent: null, roles: ['READER'] },
    });
  });
});
