import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpAnswer, request, useServer } from '../support/server.ts';
import type { Data } from '../support/service.ts';

const PAGE = 'https://reader.example.org';
const server = useServer({ allowedOrigins: [PAGE] });
const NOBODY = { 'x-forwarded-for': '203.0.113.7' };

let speech = '';
let other = '';

beforeAll(async () => {
  const { json } = await server().post({
    query: `mutation { importDocument(input: { slug: "other", title: "Other", text: "Other words." }) {
      ... on ImportDocumentPayload { document { id } } } }`,
  });
  other = json.data.importDocument.document.id;
  speech = (await server().post({ query: '{ document(by: { slug: "secret-speech" }) { id } }' })).json.data
    .document.id;
});

/** Sends an operation, and answers what came of it and the line that was logged. */
async function logged<Answer extends HttpAnswer>(
  send: () => Promise<Answer>,
): Promise<Answer & { line: Data }> {
  const before = server().requests().length;
  const answer = await send();
  const [line] = server().requests().slice(before);
  return { ...answer, line };
}

const post = (operation: object, headers: Record<string, string> = {}) =>
  logged(() => server().post(operation, headers));

const get = (operation: Record<string, string>, headers: Record<string, string> = {}, method = 'GET') =>
  logged(() =>
    request(`${server().running.url}/graphql?${new URLSearchParams(operation)}`, {
      method,
      headers: { accept: 'application/json', ...headers },
    }),
  );

async function annotate(document: string): Promise<void> {
  const { json } = await server().post({
    query: `mutation Add($input: AddAnnotationInput!) { addAnnotation(input: $input) { __typename } }`,
    variables: { input: { document, targets: [], bodies: [{ text: { text: 'A note.' } }] } },
  });
  expect(json).toEqual({ data: { addAnnotation: { __typename: 'AddAnnotationPayload' } } });
}

const NOTES = `query Notes($id: ID!) { document(by: { id: $id }) { title annotations { totalCount edges { node { id } } } } }`;
const VIEWER = 'query Viewer { viewer { roles agent { name } } }';

describe('an answer is kept', () => {
  it('and given again, byte by byte, to whoever asks the same', async () => {
    const operation = { query: NOTES, variables: { id: speech } };
    const first = await post(operation);
    const second = await post(operation);
    expect(first.line).toMatchObject({ operation: 'Notes', type: 'query', status: 200 });
    expect(first.line).not.toHaveProperty('kept');
    expect(second.line).toMatchObject({ operation: 'Notes', type: 'query', status: 200, kept: true });
    expect(second.body).toBe(first.body);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
  });

  it('for GET and POST alike', async () => {
    const variables = { id: speech };
    const first = await get({ query: `${NOTES} #`, variables: JSON.stringify(variables) });
    const second = await post({ query: `${NOTES} #`, variables });
    expect(second.line.kept).toBe(true);
    expect(second.body).toBe(first.body);
  });

  it('not for other variables, another operation or another text of the query', async () => {
    const query = `query One($id: ID!) { node(id: $id) { id } } query Two($id: ID!) { node(id: $id) { id __typename } }`;
    const asked = [
      { query, operationName: 'One', variables: { id: speech } },
      { query, operationName: 'One', variables: { id: other } },
      { query, operationName: 'Two', variables: { id: speech } },
      { query: `${query} `, operationName: 'One', variables: { id: speech } },
    ];
    const bodies: string[] = [];
    for (const operation of asked) {
      const { line, body } = await post(operation);
      expect(line).not.toHaveProperty('kept');
      bodies.push(body);
    }
    for (const [index, operation] of asked.entries())
      expect(await post(operation)).toMatchObject({
        line: { kept: true, operation: operation.operationName },
        body: bodies[index],
      });
  });

  it('for one who may see the same only', async () => {
    const query = `${VIEWER} # who`;
    const local = await post({ query });
    const nobody = await post({ query }, NOBODY);
    expect(nobody.line).not.toHaveProperty('kept');
    expect(nobody.json.data.viewer.agent).toBeNull();
    expect((await post({ query }, NOBODY)).json).toEqual(nobody.json);
    const again = await post({ query });
    expect(again).toMatchObject({ line: { kept: true }, body: local.body });
    const foreign = await post({ query }, { origin: 'https://evil.example.com' });
    expect(foreign.body).toBe(nobody.body);
  });

  it('for the host that was asked only, as addresses are made of it', async () => {
    const query = '{ passage(ref: "secret-speech@1:1") { permalink } }';
    const { port } = new URL(server().running.url);
    const answers = [];
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `localhost:${port}`])
      answers.push(await post({ query }, { host }));
    expect(answers.map(({ json }) => new URL(json.data.passage.permalink).hostname)).toEqual([
      'localhost',
      '127.0.0.1',
      'localhost',
    ]);
    expect(answers.map(({ line }) => line.kept)).toEqual([undefined, undefined, true]);
  });
});

describe('an answer is not kept', () => {
  it.each([
    [
      'to a mutation',
      { query: 'mutation { importDocument(input: { slug: "other", text: "Other words." }) { __typename } }' },
    ],
    ['with an error', { query: '{ passage(ref: "!") { urn } }' }],
    ['to a query that cannot be read', { query: '{' }],
    ['to a query that is not valid', { query: '{ nothing }' }],
    ['to a query without its variables', { query: NOTES }],
    ['to a query that asks for too much', { query: '{ documents(first: 101) { totalCount } }' }],
  ])('%s', async (_what, operation) => {
    const first = await post(operation);
    const second = await post(operation);
    expect(second.line).not.toHaveProperty('kept');
    expect(second.json).toEqual(first.json);
    expect(second.headers['cache-control']).toBe('no-store');
    expect(second.headers.etag).toBeUndefined();
  });
});

describe('a change', () => {
  const askedOf = (id: string) => post({ query: `${NOTES} # changes`, variables: { id } });

  it('in another document leaves an answer as it is', async () => {
    const before = await askedOf(speech);
    await annotate(other);
    expect(await askedOf(speech)).toMatchObject({ line: { kept: true }, body: before.body });
  });

  it('of what the answer depends on is in the next answer', async () => {
    const before = await askedOf(other);
    await annotate(other);
    const after = await askedOf(other);
    expect(after.line).not.toHaveProperty('kept');
    const count = ({ json }: { json: Data }): number => json.data.document.annotations.totalCount;
    expect(count(after)).toBe(count(before) + 1);
    expect((await askedOf(other)).line.kept).toBe(true);
  });

  it('of anything is looked for where the whole store was read', async () => {
    const all = () => post({ query: '{ documents { totalCount } }' });
    await all();
    expect((await all()).line.kept).toBe(true);
    await annotate(other);
    expect((await all()).line).not.toHaveProperty('kept');
  });
});

describe('the headers of an answer', () => {
  const query = { query: 'query Titles { documents { edges { node { title } } } }' };

  it('tell caches to ask each time, and only those of one’s own to keep it', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const local = await get(query);
      expect(local.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'Accept, Origin' });
      const nobody = await get(query, NOBODY);
      expect(nobody.headers).toMatchObject({ 'cache-control': 'public, no-cache', vary: 'Accept, Origin' });
      expect(nobody.headers.etag).toBe(local.headers.etag);
      expect((await post(query)).headers['cache-control']).toBe('no-store');
    }
  });

  it('tell by the tag whether it is the same', async () => {
    const first = await get({ query: NOTES, variables: JSON.stringify({ id: other }) });
    const second = await get({ query: NOTES, variables: JSON.stringify({ id: other }) });
    expect(first.headers.etag).toMatch(/^"[\w-]{43}"$/);
    expect(second.headers.etag).toBe(first.headers.etag);
    await annotate(other);
    const third = await get({ query: NOTES, variables: JSON.stringify({ id: other }) });
    expect(third.headers.etag).not.toBe(first.headers.etag);
  });

  it.each([
    ['the tag', (tag: string) => tag, 304],
    ['the tag as a weak one', (tag: string) => `W/${tag}`, 304],
    ['the tag among others', (tag: string) => `"a", W/"b" , ${tag},"c"`, 304],
    ['any tag', () => '*', 304],
    ['another tag', () => '"another"', 200],
    ['the tag without its quotes', (tag: string) => tag.replaceAll('"', ''), 200],
    ['nothing', () => '', 200],
  ])('answer %s that a client has', async (_what, known, status) => {
    const whole = await get(query);
    const { etag } = whole.headers;
    if (typeof etag !== 'string') throw new Error('There is no tag');
    const answer = await get(query, { 'if-none-match': known(etag) });
    expect(answer).toMatchObject({
      status,
      body: status === 304 ? '' : whole.body,
      headers: { etag, 'cache-control': 'private, no-cache', vary: 'Accept, Origin' },
      line: { operation: 'Titles', status, kept: true },
    });
    expect('content-type' in answer.headers).toBe(status === 200);
  });

  it('are not for what is sent', async () => {
    const { etag } = (await get(query)).headers;
    const answer = await post(query, { 'if-none-match': String(etag) });
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(answer.headers).not.toHaveProperty('etag');
  });

  it('let a page read it that may, whoever asked first', async () => {
    const shown = { query: `${query.query} # page` };
    await get(shown);
    const kept = await get(shown, { origin: PAGE });
    expect(kept).toMatchObject({ line: { kept: true }, headers: { 'access-control-allow-origin': PAGE } });
    const same = await get(shown, { origin: PAGE, 'if-none-match': String(kept.headers.etag) });
    expect(same).toMatchObject({ status: 304, headers: { 'access-control-allow-origin': PAGE } });
    const local = await get(shown, { origin: 'http://localhost:5173' });
    expect(local.headers['access-control-allow-origin']).toBe('http://localhost:5173');
    const foreign = await get(shown, { origin: 'https://evil.example.com' });
    expect(foreign.headers).not.toHaveProperty('access-control-allow-origin');
    expect(foreign.headers['cache-control']).toBe('public, no-cache');
    expect((await get(shown)).headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('name the type that the client accepts', async () => {
    const accept = 'application/graphql-response+json';
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await get(query, { accept });
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'content-type': expect.stringContaining(accept) },
      });
      const plain = await get(query);
      expect(plain.headers['content-type']).toMatch(/^application\/json/);
      expect(plain.body).toBe(answer.body);
    }
    const wrong = await get({ query: '{ nothing }' }, { accept });
    expect(wrong).toMatchObject({ status: 400, headers: { 'cache-control': 'no-store' } });
  });

  it('are those of an answer that is not to be kept where a change is asked for by GET', async () => {
    const mutation =
      'mutation { importDocument(input: { slug: "got", title: "Got", text: "Words." }) { __typename } }';
    const answer = await get({ query: mutation });
    expect(answer).toMatchObject({ status: 405, headers: { 'cache-control': 'no-store' } });
    const { json } = await server().post({ query: '{ document(by: { slug: "got" }) { id } }' });
    expect(json.data.document).toBeNull();
  });
});
