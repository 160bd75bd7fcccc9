import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleTabs } from '../../src/server/example-queries.ts';
import { packageFolder } from '../../src/store/paths.ts';
import { added, documentId, note } from '../support/annotations.ts';
import { useService } from '../support/service.ts';

const service = useService();

function queriesIn(file: string): { title: string; query: string }[] {
  const text = readFileSync(join(packageFolder, file), 'utf8');
  return [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => ({
    title: query.trim().split('\n')[0] ?? '',
    query,
  }));
}

/** What an answer holds of typed errors. */
function errorCodes(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'code' in data && 'message' in data ? [String(data.code)] : [];
  return [...own, ...Object.values(data).flatMap(errorCodes)];
}

describe.each(['README.md', 'docs/guide.md'])('the queries in %s', (file) => {
  it.each(queriesIn(file))('run: $title', async ({ query }) => {
    const document = await documentId(service());
    const { id: annotation } = await added(service(), note(document, [{ block: { ref: '1' } }]));
    const { node } = await service().data(
      'query Ids($id: ID!) { node(id: $id) { ... on Document { mentions(first: 1) { edges { node { id entity { id } } } } } } }',
      { id: document },
    );
    const { id: mention, entity } = node.mentions.edges[0].node;
    const { source } = await service().data('{ source(by: { key: "getty1985" }) { id } }');
    const { data, errors } = await service().run(query, {
      document,
      annotation,
      mention,
      entity: entity.id,
      source: source.id,
    });
    expect(errors).toBeUndefined();
    expect(errorCodes(data)).toEqual([]);
  });
});

describe('the examples in GraphiQL', () => {
  it('work as they stand', async () => {
    const tabs = await exampleTabs(service().scholion);
    expect(tabs).toHaveLength(6);
    for (const { query } of tabs) {
      const { data, errors } = await service().run(query);
      expect(errors).toBeUndefined();
      expect(errorCodes(data)).toEqual([]);
      expect(Object.values(data)).not.toContain(null);
    }
  });
});
