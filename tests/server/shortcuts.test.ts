import { expect, it } from 'vitest';
import { type HttpAnswer, request, useServer } from '../support/server.ts';

const server = useServer();

/** Posts over a connection of its own. */
async function post(body: string, more: Record<string, string> = {}): Promise<HttpAnswer> {
  const headers = {
    'content-type': 'application/json',
    'content-length': `${Buffer.byteLength(body)}`,
    ...more,
  };
  const answer = await request(`${server().running.url}/graphql`, { method: 'POST', headers, body });
  const { date: _, ...rest } = answer.headers;
  return { ...answer, headers: rest };
}

const asked = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const TITLE = asked('query Title($slug: String!) { document(by: {slug: $slug}) { title language } }', {
  slug: 'secret-speech',
});

it('The same request is answered with the same bytes and headers, however it is answered', async () => {
  const first = await post(TITLE);
  expect(first.status).toBe(200);
  expect(JSON.parse(first.body).data.document.language).toBe('en');
  for (let time = 0; time < 3; time += 1) expect(await post(TITLE)).toEqual(first);
});

it('A change is seen by the next request', async () => {
  const import_ = (title: string) =>
    post(
      asked(
        'mutation I($input: ImportDocumentInput!) { importDocument(input: $input) { __typename ... on Error { message } } }',
        { input: { slug: 'renamed', text: 'Some words.', title } },
      ),
    );
  const query = asked('{ document(by: {slug: "renamed"}) { title } }');
  for (const title of ['One', 'Two', 'Three']) {
    expect((await import_(title)).body).toContain('ImportDocumentPayload');
    for (let time = 0; time < 3; time += 1)
      expect(JSON.parse((await post(query)).body).data.document.title).toBe(title);
  }
});

it('What differs in a header is answered by itself', async () => {
  const plain = await post(TITLE);
  const local = { origin: 'http://localhost:5173' };
  const foreign = { origin: 'https://elsewhere.example' };
  for (let time = 0; time < 3; time += 1) {
    expect((await post(TITLE, local)).headers['access-control-allow-origin']).toBe(local.origin);
    expect((await post(TITLE, foreign)).headers).not.toHaveProperty('access-control-allow-origin');
    expect((await post(TITLE, { accept: 'application/graphql-response+json' })).headers['content-type']).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await post(TITLE)).toEqual(plain);
  }
});

it('What the local user may see is not answered to who comes through a proxy', async () => {
  const viewer = asked('{ viewer { agent { name } } }');
  const proxied = { 'x-forwarded-for': '203.0.113.7' };
  for (let time = 0; time < 3; time += 1) {
    expect(JSON.parse((await post(viewer)).body).data.viewer.agent.name).toBe('Local user');
    expect(JSON.parse((await post(viewer, proxied)).body).data.viewer.agent).toBeNull();
  }
});

it('A body is read whole, whether it is small or large, and whatever is in it', async () => {
  for (const length of [10, 16_000, 17_000, 200_000]) {
    const slug = `no-such-${'x'.repeat(length)}`;
    const query = asked('query Large($slug: String!) { document(by: {slug: $slug}) { title } }', { slug });
    for (let time = 0; time < 3; time += 1)
      expect(JSON.parse((await post(query)).body)).toEqual({ data: { document: null } });
  }
  for (const malformed of ['{', '[]', '"text"', ''])
    for (let time = 0; time < 3; time += 1) expect((await post(malformed)).status).toBe(400);
});
