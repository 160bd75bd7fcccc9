import { describe, expect, it } from 'vitest';
import { withClient } from '../support/clients.ts';
import { TestServer, useServer } from '../support/server.ts';

const server = useServer();

const ADD = `mutation Annotate($input: AddAnnotationInput!) { addAnnotation(input: $input) { __typename } }`;

describe('a fault of the server', () => {
  it('is masked for the client, and logged under the id that the client sees', async () => {
    const { json } = await server().post({ query: '{ document(by: { slug: "secret-speech" }) { id } }' });
    await withClient(server().scholion.store.database, (client) =>
      client.query('DROP TABLE annotation_body CASCADE'),
    );
    const input = {
      document: json.data.document.id,
      targets: [],
      bodies: [{ text: { text: 'Confidential.' } }],
    };
    const faulty = await server().post({ query: ADD, variables: { input } });
    expect(faulty.status).toBe(200);
    const [error, ...more] = faulty.json.errors;
    expect(more).toEqual([]);
    const { id } = error.extensions;
    expect(error).toMatchObject({
      message: `Something went wrong on the server; its operator finds the cause in the log under ${id}.`,
      path: ['addAnnotation'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(Object.keys(error.extensions).sort()).toEqual(['code', 'id']);
    expect(faulty.body).not.toMatch(/annotation_body|prisma|node_modules|\.ts/i);
    const logged = server()
      .logged.map((line) => JSON.parse(line))
      .filter((line) => line.msg === 'fault');
    expect(logged).toEqual([expect.objectContaining({ level: 50, id, path: 'addAnnotation' })]);
    expect(logged[0].err.message).toContain('annotation_body');
    expect(server().requests().at(-1)).toMatchObject({
      operation: 'Annotate',
      errors: ['INTERNAL_SERVER_ERROR'],
    });
    expect(server().logged.join('')).not.toContain('Confidential');
    const { rows } = await withClient(server().scholion.store.database, (client) =>
      client.query(
        'SELECT id FROM annotation UNION SELECT annotation_id FROM anchor UNION SELECT annotation_id FROM event',
      ),
    );
    expect(rows.filter((row) => row.id !== null)).toEqual([]);
  });

  it('has another id every time', async () => {
    const broken = await TestServer.open();
    await withClient(broken.scholion.store.database, (client) => client.query('DROP TABLE document CASCADE'));
    const query = '{ documents(first: 1) { totalCount } }';
    const answers = await Promise.all([broken.post({ query }), broken.post({ query })]);
    const ids = answers.map(({ json }) => json.errors[0].extensions.id);
    expect(new Set(ids).size).toBe(2);
    await broken.close();
  });
});
