import { describe, expect, it } from 'vitest';
import { withClient } from '../support/clients.ts';
import { request, TestServer } from '../support/server.ts';

const ADD = `mutation Many($input: AddAnnotationsInput!) { addAnnotations(input: $input) {
  ... on AddAnnotationsPayload { results { __typename } } } }`;

describe('a server that is stopped', () => {
  it('finishes what is in flight, and takes nothing more', async () => {
    const server = await TestServer.open({ sample: true });
    const { json } = await server.post({ query: '{ document(by: { slug: "secret-speech" }) { id } }' });
    const annotation = {
      document: json.data.document.id,
      targets: [{ passage: 'secret-speech:1' }],
      bodies: [],
    };
    const variables = { input: { annotations: Array(1_000).fill(annotation) } };
    const order: string[] = [];
    const [answer, stopped] = await withClient(server.scholion.store.database, async (client) => {
      // What is in flight waits for this lock, so that the server is stopped in the middle of it.
      await client.query('BEGIN');
      await client.query('LOCK TABLE annotation IN ACCESS EXCLUSIVE MODE');
      const inFlight = server.post({ query: ADD, variables }, { connection: 'keep-alive' });
      await request(`${server.running.url}/health`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const stopping = server.running.close().then(() => order.push('stopped'));
      await expect(request(`${server.running.url}/health`)).rejects.toThrow('ECONNREFUSED');
      expect(order).toEqual([]);
      await client.query('COMMIT');
      return [await inFlight, stopping] as const;
    });
    await stopped;
    expect(answer.status).toBe(200);
    expect(answer.json.data.addAnnotations.results).toHaveLength(1_000);
    expect(await server.scholion.store.prisma.annotation.count()).toBe(1_000);
    await server.scholion.close();
    await server.database.remove();
  });
});
