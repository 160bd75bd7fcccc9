import { describe, expect, it } from 'vitest';
import { request, TestServer } from '../support/server.ts';
import { administer } from '../support/test-database.ts';

describe('the state of the server', () => {
  it('is alive and ready while the database answers, and alive only when that is gone', async () => {
    const server = await TestServer.open();
    const { url } = server.running;
    const state = async () => {
      const answers = await Promise.all(['/health', '/ready'].map((path) => request(`${url}${path}`)));
      return answers.map(({ status }) => status);
    };
    expect(await state()).toEqual([200, 200]);
    const { location } = server.database;
    if (location.kind === 'embedded') await server.scholion.store.database.close();
    else await server.database.remove();
    expect(await state()).toEqual([200, 503]);
    const { json } = await server.post({ query: '{ documents(first: 1) { totalCount } }' });
    expect(json.errors[0].extensions.code).toBe('DATABASE_UNAVAILABLE');
    if (location.kind === 'server') {
      const name = new URL(location.url).pathname.slice(1);
      const admin = Object.assign(new URL(location.url), { pathname: '/postgres' }).href;
      await administer(admin, `CREATE DATABASE ${name} TEMPLATE template_scholion`);
      expect(await state()).toEqual([200, 200]);
    }
    await server.close();
  });

  it('sends a browser that comes to its root on to GraphiQL', async () => {
    const server = await TestServer.open();
    const { status, headers } = await request(`${server.running.url}/`);
    expect([status, headers.location]).toEqual([302, '/graphql']);
    expect((await request(`${server.running.url}/elsewhere`)).status).toBe(404);
    await server.close();
  });
});
