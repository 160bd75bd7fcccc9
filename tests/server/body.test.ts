import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BODY_LIMIT } from '../../src/server/listen.ts';
import { useServer } from '../support/server.ts';

const server = useServer({ sample: false });

const QUERY = JSON.stringify({ query: '{ viewer { __typename } }' });

/** Sends bytes as they are and answers what comes back until the server hangs up. */
async function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(server().running.url);
  return await new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject).on('end', () => resolve(answer));
  });
}

const head = (...lines: string[]) =>
  ['POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json', ...lines, '', ''].join(
    '\r\n',
  );

describe('the body of a request', () => {
  it('may be as large as the largest document', async () => {
    const padded = JSON.stringify({ query: '{ viewer { __typename } }', variables: { a: '' } });
    const body = padded.replace('""', `"${'a'.repeat(BODY_LIMIT - padded.length)}"`);
    expect(body).toHaveLength(BODY_LIMIT);
    const { json } = await server().post(JSON.parse(body));
    expect(json).toEqual({ data: { viewer: { __typename: 'Viewer' } } });
  });

  it('is refused before it is read when it says that it is larger', async () => {
    const answer = await raw(head(`content-length: ${BODY_LIMIT + 1}`));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual({
      errors: [
        {
          message: 'The body is larger than 24 MiB; send it in several requests.',
          extensions: { code: 'BODY_TOO_LARGE' },
        },
      ],
    });
  });

  it('is refused so that a client that goes on sending reads the answer', async () => {
    const response = await fetch(`${server().running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'a'.repeat(3 * BODY_LIMIT),
    });
    expect(response.status).toBe(413);
    expect(JSON.parse(await response.text()).errors[0].extensions.code).toBe('BODY_TOO_LARGE');
  });

  it('is refused when its size is not known', async () => {
    const answer = await raw(
      `${head('transfer-encoding: chunked')}${QUERY.length.toString(16)}\r\n${QUERY}\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 411 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').errors[0]).toEqual({
      message: 'The size of the body is not known; send it with Content-Length.',
      extensions: { code: 'LENGTH_REQUIRED' },
    });
  });

  it('is refused with a GraphQL error when it is no JSON', async () => {
    const { url } = server().running;
    for (const body of ['', '{', 'null', '[]', '"query"', '{"query": 1}']) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([body, response.status]).toEqual([body, 400]);
      const { errors } = JSON.parse(await response.text());
      expect(errors).toHaveLength(1);
      expect(errors[0].extensions?.code).toEqual(expect.any(String));
    }
  });
});
