import { describe, expect, it } from 'vitest';
import { request, type TestServer, useServer } from '../support/server.ts';

const server = useServer({ allowedOrigins: ['https://reader.example.org'] });
const open = useServer({ host: '0.0.0.0', sample: false });

const IMPORT = `mutation Import($text: String!) { importDocument(input: { slug: "new", title: "New", text: $text }) {
  __typename ... on Error { code message } } }`;
const ADD = `mutation Add($input: AddAnnotationInput!) { addAnnotation(input: $input) { __typename ... on Error { code } } }`;

async function may(on: TestServer, headers: Record<string, string>): Promise<string[]> {
  const variables = { text: `Words ${Math.random()}.` };
  const imported = await on.post({ query: IMPORT, variables }, headers);
  const { json } = await on.post({ query: '{ documents(first: 1) { edges { node { id } } } }' });
  const document = json.data.documents.edges[0]?.node.id ?? 'RG9jdW1lbnQ6MQ';
  const added = await on.post(
    { query: ADD, variables: { input: { document, targets: [], bodies: [] } } },
    headers,
  );
  return [imported.json.data.importDocument.__typename, added.json.data.addAnnotation.__typename];
}

const WROTE = ['ImportDocumentPayload', 'AddAnnotationPayload'];
const REFUSED = ['NotAllowed', 'NotAllowed'];

describe('a request to a server that only this machine reaches', () => {
  it.each([
    ['without an origin', {}],
    ['from a page of this machine', { origin: 'http://localhost:5173' }],
    ['from a page of this machine, by number', { origin: 'http://127.0.0.1:3000' }],
    ['from a page of this machine, by IPv6', { origin: 'http://[::1]:3000' }],
    ['from a page of an allowed origin', { origin: 'https://reader.example.org' }],
    ['to another loopback name', { host: 'localhost' }],
  ])('%s may write', async (_what, headers) => {
    expect(await may(server(), headers)).toEqual(WROTE);
  });

  it.each([
    ['from a foreign page', { origin: 'https://evil.example.com' }],
    ['from a page whose name begins like this machine', { origin: 'http://localhost.evil.example.com' }],
    ['from a page that hides where it is from', { origin: 'null' }],
    ['from an allowed origin by another protocol', { origin: 'http://reader.example.org' }],
    ['to a foreign name that leads here', { host: 'evil.example.com' }],
    ['to a name that begins like this machine', { host: 'localhost.evil.example.com:4000' }],
    ['to a name that begins like a loopback number', { host: '127.0.0.1.evil.example.com' }],
    ['that a proxy passes on', { 'x-forwarded-for': '203.0.113.7' }],
    ['that a proxy passes on by the standard', { forwarded: 'for=203.0.113.7' }],
  ])('%s may not write', async (_what, headers) => {
    expect(await may(server(), headers)).toEqual(REFUSED);
  });

  it('tells one who may not why', async () => {
    const { json } = await server().post(
      { query: IMPORT, variables: { text: 'Words.' } },
      { origin: 'https://evil.example.com' },
    );
    expect(json.data.importDocument).toEqual({
      __typename: 'NotAllowed',
      code: 'NOT_ALLOWED',
      message:
        'You may not import or change documents, entities or sources here: this server takes changes only from programs and pages of the machine that it runs on, and only while it listens on loopback (127.0.0.1).',
    });
  });
});

describe('a request to a server that others reach', () => {
  it('may not write, wherever it comes from', async () => {
    expect(await may(open(), {})).toEqual(REFUSED);
    expect(await may(open(), { host: 'localhost', origin: 'http://localhost' })).toEqual(REFUSED);
  });
});

describe('a page in a browser', () => {
  const preflight = (origin: string) =>
    request(`${server().running.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it.each(['http://localhost:5173', 'http://127.0.0.1', 'https://reader.example.org'])(
    'of %s reads what the server answers',
    async (origin) => {
      const { headers } = await preflight(origin);
      expect(headers['access-control-allow-origin']).toBe(origin);
      expect(headers['access-control-allow-headers']).toMatch(/content-type/i);
      const answer = await server().post({ query: '{ viewer { __typename } }' }, { origin });
      expect(answer.headers['access-control-allow-origin']).toBe(origin);
    },
  );

  it.each(['https://evil.example.com', 'null', 'http://localhost.evil.example.com'])(
    'of %s does not',
    async (origin) => {
      const answers = [
        await preflight(origin),
        await server().post({ query: '{ viewer { __typename } }' }, { origin }),
      ];
      for (const { headers } of answers) expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});
