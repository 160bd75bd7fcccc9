import { afterAll, beforeAll, expect, it } from 'vitest';
import { added, documentId, note } from '../support/annotations.ts';
import { Service } from '../support/service.ts';
import { createDatabase } from '../support/test-database.ts';

const SAID = `fragment Said on Annotation {
  id tags version visibility bodies { ... on TextualBody { text } } replies { totalCount } }`;

/** Everywhere where the words of an annotation can be read. */
const READINGS = [
  `query Node($id: ID!) { node(id: $id) { ...Said } } ${SAID}`,
  `query Newest { annotations(first: 20) { totalCount edges { node { ...Said } } } } ${SAID}`,
  `query InText { document(by: { slug: "secret-speech" }) {
    annotations(first: 50) { edges { node { ...Said } } }
    revision { block(ref: "2") {
      annotations(first: 50) { edges { node { ...Said } } }
      runs(kinds: [ANNOTATION]) { marks { ...Said } }
    } }
  } } ${SAID}`,
  `query Searched { annotations(first: 20, filter: { text: "secret" }) { totalCount edges { node { ...Said } } } } ${SAID}`,
  `query Tagged { annotations(first: 20, filter: { tags: ["secret"] }) { totalCount edges { node { ...Said } } } } ${SAID}`,
  `query History($id: ID!) { node(id: $id) { ... on Annotation { history(first: 100) { totalCount edges { node {
    state { tags bodies { ... on TextualBody { text } } } } } } } } }`,
];

const EDIT = `mutation Edit($input: EditAnnotationInput!) { editAnnotation(input: $input) {
  __typename ... on EditAnnotationPayload { annotation { version } } } }`;

/** Three as of three processes; the last one keeps nothing in memory. */
let services: [Service, Service, Service];
let speech = '';

beforeAll(async () => {
  const first = await Service.open(await createDatabase('sample'));
  await first.addPrincipal('author');
  await first.addPrincipal('reader');
  await first.addPrincipal('editor', new Set(['READER', 'ANNOTATOR', 'EDITOR']));
  services = [first, await first.beside(), await first.beside({ dataBytes: 0, answerBytes: 0 })];
  speech = await documentId(first);
});

afterAll(async () => {
  for (const service of services.toReversed()) await service.close();
});

/** An annotation of the author, and how to change it. */
async function written() {
  let version = 1;
  const { id } = await added(
    services[0],
    note(speech, [{ block: { ref: '2' } }], { tags: ['open'] }),
    'author',
  );
  const edit = async (through: Service, changes: object): Promise<void> => {
    const { editAnnotation } = await through.data(EDIT, { input: { id, version, ...changes } }, 'author');
    version += 1;
    expect(editAnnotation).toEqual({ __typename: 'EditAnnotationPayload', annotation: { version } });
  };
  return { id, edit };
}

const said = (words: string) => ({ tags: [words], bodies: [{ text: { text: words } }] });

async function read(service: Service, query: string, id: string, as: string): Promise<string> {
  const { data, errors } = await service.run(query, query.includes('$id') ? { id } : {}, as);
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

it('Nobody ever reads words that were only said in private, however many ask meanwhile', async () => {
  const { id, edit } = await written();
  let going = true;
  let asked = 0;
  const leaks: string[] = [];
  const reading = async (as: string, from: number): Promise<void> => {
    for (let turn = from; going; turn += 1) {
      const service = services[turn % services.length] ?? services[0];
      const answer = await read(service, READINGS[turn % READINGS.length] ?? '', id, as);
      asked += 1;
      if (/secret-\d/.test(answer)) leaks.push(`${as}: ${answer.slice(0, 300)}`);
    }
  };
  const readers = ['nobody', 'reader', 'editor'].flatMap((as) => [
    reading(as, 0),
    reading(as, 1),
    reading(as, 2),
  ]);
  for (let turn = 0; turn < 8; turn += 1) {
    const [first, second, third] = services;
    await edit(turn % 2 === 0 ? first : second, { visibility: 'PRIVATE', ...said(`secret-${turn}`) });
    await edit(third, said(`secret-${turn} again`));
    await edit(turn % 2 === 0 ? second : third, { visibility: 'PUBLIC', ...said(`open-${turn}`) });
  }
  going = false;
  await Promise.all(readers);
  expect(asked).toBeGreaterThan(30);
  expect(leaks).toEqual([]);
});

it('Whoever asks after a change was acknowledged sees it, through whichever process', async () => {
  const { id, edit } = await written();
  const readings = READINGS.slice(0, 3);
  const askAll = async (as: string): Promise<string[]> =>
    await Promise.all(services.flatMap((service) => readings.map((query) => read(service, query, id, as))));
  const seenBy = async (as: string): Promise<string[]> => [...(await askAll(as)), ...(await askAll(as))];
  for (let turn = 0; turn < 3; turn += 1) {
    const through = services[turn % services.length] ?? services[0];
    await edit(through, { visibility: 'PUBLIC', ...said(`open-${turn}.`) });
    for (const as of ['author', 'reader', 'nobody'])
      for (const answer of await seenBy(as)) expect(answer).toContain(`open-${turn}.`);
    await edit(through, { visibility: 'PRIVATE', ...said(`secret-${turn}.`) });
    for (const answer of await seenBy('author')) expect(answer).toContain(`secret-${turn}.`);
    for (const as of ['reader', 'editor', 'nobody'])
      for (const answer of await seenBy(as)) {
        expect(answer).not.toContain(`secret-${turn}.`);
        expect(answer).not.toContain(`open-${turn}.`);
      }
  }
  const kept = services[0].logged.filter((line) => JSON.parse(line).kept === true);
  expect(kept.length).toBeGreaterThan(20);
});
