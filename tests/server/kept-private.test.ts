import { afterAll, beforeAll, expect, it } from 'vitest';
import { added, documentId, note } from '../support/annotations.ts';
import { Service } from '../support/service.ts';
import { createDatabase } from '../support/test-database.ts';

/** Everywhere where the words of an annotation can be read. */
const READINGS = [
  'query Node($id: ID!) { node(id: $id) { ...Said } }',
  'query Newest($id: ID!) { annotations(first: 20) { totalCount edges { node { ...Said } } } again: node(id: $id) { id } }',
  `query InText($id: ID!) { node(id: $id) { id } document(by: { slug: "secret-speech" }) {
    annotations(first: 50) { edges { node { ...Said } } }
    revision { block(ref: "2") { annotations(first: 50) { edges { node { ...Said } } } runs(kinds: [ANNOTATION]) { marks { ...Said } } } }
  } }`,
  'query Searched($id: ID!) { node(id: $id) { id } annotations(first: 20, filter: { text: "secret" }) { totalCount edges { node { ...Said } } } }',
  'query Tagged($id: ID!) { node(id: $id) { id } annotations(first: 20, filter: { tags: ["secret"] }) { totalCount edges { node { ...Said } } } }',
  `query History($id: ID!) { node(id: $id) { ... on Annotation { history(first: 100) { totalCount edges { node {
    state { tags bodies { ... on TextualBody { text } } } } } } } } }`,
].map(
  (query) =>
    `${query}${query.includes('...Said') ? ' fragment Said on Annotation { id tags version visibility bodies { ... on TextualBody { text } } replies { totalCount } }' : ''}`,
);

const EDIT = `mutation Edit($input: EditAnnotationInput!) { editAnnotation(input: $input) {
  __typename ... on Error { message } ... on EditAnnotationPayload { annotation { version } } } }`;

let services: Service[] = [];

beforeAll(async () => {
  const first = await Service.open(await createDatabase('sample'));
  services = [first];
  for (const name of ['author', 'reader', 'editor'])
    await first.addPrincipal(
      name,
      new Set(name === 'editor' ? ['READER', 'ANNOTATOR', 'EDITOR'] : ['READER', 'ANNOTATOR']),
    );
  services.push(await first.beside({}), await first.beside({ dataBytes: 0, answerBytes: 0 }));
});

afterAll(async () => {
  for (const service of services.toReversed()) await service.close();
});

const serviceAt = (index: number): Service => {
  const service = services[index % services.length];
  if (service === undefined) throw new Error('There is no service');
  return service;
};

it('Nobody ever reads words that were only said in private', async () => {
  const speech = await documentId(serviceAt(0));
  const { id } = await added(serviceAt(0), note(speech, [{ block: { ref: '2' } }]), 'author');
  let version = 1;
  let going = true;
  let asked = 0;
  const leaks: string[] = [];
  const reading = async (index: number, as: string): Promise<void> => {
    for (let turn = index; going; turn += 1) {
      const query = READINGS[turn % READINGS.length] ?? '';
      const { data, errors } = await serviceAt(index).run(query, { id }, as);
      asked += 1;
      if (JSON.stringify([data, errors]).includes('secret-'))
        leaks.push(`${as}: ${query.slice(0, 60)} ${JSON.stringify(data).slice(0, 300)}`);
    }
  };
  const readers = ['nobody', 'reader', 'editor'].flatMap((as) =>
    services.map((_, index) => reading(index, as)),
  );
  const edit = async (turn: number, changes: object): Promise<void> => {
    const { editAnnotation } = await serviceAt(turn).data(
      EDIT,
      { input: { id, version, ...changes } },
      'author',
    );
    expect(editAnnotation).toEqual({
      __typename: 'EditAnnotationPayload',
      annotation: { version: version + 1 },
    });
    version += 1;
  };
  for (let turn = 0; turn < 12; turn += 1) {
    await edit(turn, {
      visibility: 'PRIVATE',
      tags: [`secret-${turn}`],
      bodies: [{ text: { text: `secret-${turn}` } }],
    });
    await edit(turn + 1, { bodies: [{ text: { text: `secret-${turn} again` } }] });
    await edit(turn + 2, {
      visibility: 'PUBLIC',
      tags: ['open'],
      bodies: [{ text: { text: `open-${turn}` } }],
    });
  }
  going = false;
  await Promise.all(readers);
  console.log('asked', asked, leaks.length);
  expect(leaks).toEqual([]);
});
