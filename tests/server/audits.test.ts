import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/server.ts';

const server = useServer({ sample: false });

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${server().running.url}/graphql` });

  it('has audits', () => {
    expect(audits.length).toBeGreaterThan(50);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
