import { describe, expect, it } from 'vitest';
import { request, useServer } from '../support/server.ts';

const server = useServer();

const ADD = `mutation Annotate($input: AddAnnotationInput!) { addAnnotation(input: $input) {
  __typename ... on AddAnnotationPayload { annotation { bodies { ... on TextualBody { text } } } } } }`;

/** Sends an operation, and answers the lines that were logged for it. */
async function linesOf(operation: object): Promise<object[]> {
  const before = server().requests().length;
  await server().post(operation);
  return server().requests().slice(before);
}

const LINE = {
  level: 30,
  time: expect.any(Number),
  msg: 'request',
  method: 'POST',
  path: '/graphql',
  status: 200,
  duration: expect.any(Number),
};

describe('the log of requests', () => {
  it('has one line for a query, with its name and type', async () => {
    expect(await linesOf({ query: 'query Names { viewer { agent { name } } }' })).toEqual([
      { ...LINE, operation: 'Names', type: 'query' },
    ]);
  });

  it('has the chosen one of several operations', async () => {
    const query = 'query One { viewer { __typename } } query Two { viewer { __typename } }';
    expect(await linesOf({ query, operationName: 'Two' })).toEqual([
      { ...LINE, operation: 'Two', type: 'query' },
    ]);
  });

  it('says when an operation has no name', async () => {
    expect(await linesOf({ query: '{ viewer { __typename } }' })).toEqual([
      { ...LINE, operation: 'anonymous', type: 'query' },
    ]);
  });

  it('has the codes of errors', async () => {
    const wrong = { query: 'query Wrong { documents(first: 101) { totalCount } }' };
    expect(await linesOf(wrong)).toEqual([
      { ...LINE, operation: 'Wrong', type: 'query', errors: ['INPUT_INVALID'] },
    ]);
    expect(await linesOf({ query: '{' })).toMatchObject([{ errors: [expect.any(String)] }]);
    expect(await linesOf({ query: '{ nothing }' })).toMatchObject([
      { errors: ['GRAPHQL_VALIDATION_FAILED'] },
    ]);
  });

  it('has a line for a request that is refused before it is read', async () => {
    const before = server().requests().length;
    const headers = { 'content-length': String(2 ** 40), 'content-type': 'application/json' };
    await request(`${server().running.url}/graphql`, { method: 'POST', headers }).catch(() => undefined);
    expect(server().requests().slice(before)).toEqual([{ ...LINE, status: 413, errors: ['BODY_TOO_LARGE'] }]);
  });

  it('never has words of documents, annotations, queries or variables', async () => {
    const { json } = await server().post({
      query: '{ document(by: { slug: "secret-speech" }) { id revision { text } } }',
    });
    const { id, revision } = json.data.document;
    const input = (text: string, exact: string) => ({
      input: { document: id, targets: [{ quote: { exact } }], bodies: [{ text: { text } }] },
    });
    const added = await server().post({ query: ADD, variables: input('Confidential remark.', 'Pospelov') });
    expect(added.json.data.addAnnotation.__typename).toBe('QuoteAmbiguous');
    await server().post({ query: ADD, variables: input('Confidential remark.', 'No such words in it') });
    await server().post({
      query: ADD,
      variables: { input: { document: 7, bodies: 'Confidential remark.' } },
    });
    await server().post({
      query: 'query { document(by: { slug: "confidential-slug" }) { id confidentialField } }',
    });
    const whole = server().logged.join('');
    for (const words of [
      'onfidential',
      'Pospelov',
      'No such words',
      'Khrushchev',
      revision.text.slice(0, 20),
    ])
      expect(whole).not.toContain(words);
  });
});
