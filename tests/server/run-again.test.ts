import { expect, it } from 'vitest';
import { useServer } from '../support/server.ts';
import type { Data } from '../support/service.ts';

/** Keeps no answers, so that each request is run: when its query is compiled, and the same request comes, at once. */
const server = useServer({ sample: false, answerBytes: 0 });

/** Enough for a small query to be compiled, and then to come some times more. */
const TIMES = 6;

async function ask(query: string, headers: Record<string, string> = {}): Promise<Data> {
  return (await server().post({ query }, headers)).json;
}

async function change(name: string, input: object): Promise<Data> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const query = `mutation C($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on Error { message } ... on ${type}Payload { document { id } } } }`;
  const { json } = await server().post({ query, variables: { input } });
  expect(json.data[name].__typename).toBe(`${type}Payload`);
  return json.data[name];
}

it('A query that comes again and again is answered alike, to the byte and the header', async () => {
  await change('importDocument', { slug: 'same', title: 'The same', text: 'Some words.' });
  const asked = { query: 'query Same { document(by: { slug: "same" }) { title revision { number text } } }' };
  const answers = [];
  for (let time = 0; time < TIMES; time += 1) {
    const { headers, ...answer } = await server().post(asked);
    answers.push({ ...answer, headers: { ...headers, date: null } });
  }
  const [first, ...others] = answers;
  expect(first?.json).toEqual({
    data: { document: { title: 'The same', revision: { number: 1, text: 'Some words.' } } },
  });
  for (const other of others) expect(other).toEqual(first);
  const lines = server()
    .requests()
    .filter(({ operation }) => operation === 'Same');
  expect(lines).toHaveLength(TIMES);
  for (const line of lines) {
    expect(line).toMatchObject({ method: 'POST', path: '/graphql', type: 'query', status: 200 });
    expect(line).not.toHaveProperty('kept');
  }
});

it('A change is seen, whenever it comes', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    await change('importDocument', { slug: 'changing', title: `Title ${time}`, text: 'Some words.' });
    for (let again = 0; again < 2; again += 1)
      expect(await ask('{ document(by: { slug: "changing" }) { title } }')).toEqual({
        data: { document: { title: `Title ${time}` } },
      });
  }
});

it('What goes wrong later is told as it is at first, and what goes well again', async () => {
  const query = '{ passage(ref: "shrinking:2") { text } }';
  const whole = { data: { passage: { text: 'Two.' } } };
  const { document } = await change('importDocument', {
    slug: 'shrinking',
    title: 'Shrinking',
    text: 'One.\n\nTwo.',
  });
  for (let time = 0; time < TIMES; time += 1) expect(await ask(query)).toEqual(whole);
  await change('reviseDocument', { document: document.id, baseRevision: 1, text: 'One.' });
  const anew = await ask(`query Anew ${query}`);
  expect(anew).not.toEqual(whole);
  for (let time = 0; time < TIMES; time += 1) expect(await ask(query)).toEqual(anew);
  await change('reviseDocument', { document: document.id, baseRevision: 2, text: 'One.\n\nTwo.' });
  for (let time = 0; time < TIMES; time += 1) expect(await ask(query)).toEqual(whole);
});

it('Each viewer is answered for themselves', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const query = '{ viewer { agent { name } } }';
    expect((await ask(query)).data.viewer.agent.name).toBe('Local user');
    expect((await ask(query, { 'x-forwarded-for': '203.0.113.7' })).data.viewer.agent).toBeNull();
  }
});

it('A query that may not be asked is refused each time', async () => {
  const documents = Array.from({ length: 60 }, (_, index) => `d${index}: documents { totalCount }`);
  for (let time = 0; time < TIMES; time += 1)
    expect(await server().codeOf({ query: `{ ${documents.join(' ')} }` })).toBe('QUERY_TOO_MANY_ALIASES');
});
