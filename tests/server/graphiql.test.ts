import { describe, expect, it } from 'vitest';
import { exampleTabs } from '../../src/server/example-queries.ts';
import { request, useServer } from '../support/server.ts';

const server = useServer();

describe('GraphiQL', () => {
  it('is a page that needs no other host', async () => {
    const page = await request(`${server().running.url}/graphql`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
    expect(page.body).toContain('<title>Scholion</title>');
    // What the page's own scripts write into templates begins with a dollar sign.
    const tags = [...page.body.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="?([^" >]+)/g)];
    const elsewhere = tags.map(([, target = '']) => target).filter((target) => !/^(data:|\$)/.test(target));
    expect(elsewhere).toEqual([]);
    expect(page.body).not.toMatch(/\b(unpkg\.com|jsdelivr\.net|esm\.sh|cdnjs\.|googleapis\.com)/);
    expect(page.body).not.toMatch(/@import\s+(?:url\()?["']?https?:/);
  });

  it('opens with three or four queries that work as they stand', async () => {
    const page = await request(`${server().running.url}/graphql`, { headers: { accept: 'text/html' } });
    const tabs = await exampleTabs(server().scholion);
    expect(tabs.length).toBeGreaterThanOrEqual(3);
    for (const { query } of tabs) {
      expect(page.body).toContain(JSON.stringify(query).slice(1, 40));
      const { json } = await server().post({ query });
      expect(json.errors).toBeUndefined();
      expect(JSON.stringify(json.data)).not.toMatch(/"code":|:null\}\}$/);
    }
  });
});
