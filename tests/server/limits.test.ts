import { describe, expect, it } from 'vitest';
import { queryLimits } from '../../schema/cost.ts';
import { queryTextLimits } from '../../src/server/use-query-limits.ts';
import { useServer } from '../support/server.ts';

const server = useServer();

const nest = (depth: number): string =>
  `{ annotations(first: 1) { edges { node { ${'replyTo { '.repeat(depth)}id${' }'.repeat(depth)} } } } }`;
const many = (count: number, field: (index: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, index) => field(index)).join(' ')} }`;

const PAGES = `query Pages($size: Int!) { documents(first: $size) { edges { node {
  annotations(first: $size) { edges { node { replies(first: $size) { edges { node { id tags } } } } } } } } } }`;
const NODES = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const ids = (count: number) => Array.from({ length: count }, () => 'RG9jdW1lbnQ');

const FIELDS = `id slug title language direction rights { licence attribution sourceUrl }
  revision { id number note checksum createdAt length text }
  revisions(first: 1) { totalCount edges { cursor node { id number } } pageInfo { hasNextPage endCursor } }`;

const DEEP = {
  query: nest(queryLimits.depth),
};

describe('an operation that would cost too much', () => {
  it.each<[string, object, string, string]>([
    ['in depth', DEEP, 'QUERY_TOO_DEEP', 'The query is 29 fields deep, more than 25; select less deeply.'],
    [
      'in breadth',
      { query: many(40, (index) => `a${index}: document(by: { slug: "x" }) { ${FIELDS} }`) },
      'QUERY_TOO_BROAD',
      'The query has 1120 fields, more than 1000; select fewer.',
    ],
    [
      'in fields that are repeated',
      { query: many(501, () => 'viewer { __typename }') },
      'QUERY_TOO_BROAD',
      'The query repeats fields too often; select each of them once.',
    ],
    [
      'in what it may answer, by sizes that come from a variable',
      { query: PAGES, variables: { size: 100 } },
      'QUERY_TOO_COSTLY',
      'The query may answer 4030301 values, more than 250000; ask for smaller pages or fewer fields.',
    ],
    [
      'in tokens',
      { query: many(queryTextLimits.tokens, () => 'viewer { __typename }') },
      'QUERY_TOO_LONG',
      'The query has more than 4000 tokens; send values as variables or split it.',
    ],
    [
      'in aliases',
      { query: many(queryTextLimits.aliases + 1, (index) => `a${index}: viewer { __typename }`) },
      'QUERY_TOO_MANY_ALIASES',
      'The query has more than 50 aliases; split it.',
    ],
  ])('%s is refused with a sentence and a code', async (_what, operation, code, message) => {
    const { json } = await server().post(operation);
    expect(json.errors).toHaveLength(1);
    expect(json.errors[0]).toMatchObject({ message, extensions: { code } });
    expect(json.data ?? null).toBeNull();
  });

  it('is let through when the same variable is small', async () => {
    const { json } = await server().post({ query: PAGES, variables: { size: 10 } });
    expect(json.errors).toBeUndefined();
  });

  it('is refused in pages of 101 and lists of 101 ids', async () => {
    const pages = {
      query: 'query ($n: Int!) { documents(first: $n) { totalCount } }',
      variables: { n: 101 },
    };
    expect(await server().codeOf(pages)).toBe('INPUT_INVALID');
    expect(await server().codeOf({ query: NODES, variables: { ids: ids(101) } })).toBe('INPUT_INVALID');
    const { json } = await server().post({ query: NODES, variables: { ids: ids(100) } });
    expect(json.errors?.[0].extensions.code).not.toBe('QUERY_TOO_COSTLY');
  });

  it('is not the query that GraphiQL reads the schema with', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { json } = await server().post({ query: getIntrospectionQuery() });
    expect(json.errors).toBeUndefined();
    expect(json.data.__schema.types.length).toBeGreaterThan(50);
  });

  it('is a batch of requests', async () => {
    const { status } = await server().post([{ query: '{ viewer { __typename } }' }]);
    expect(status).toBe(400);
  });
});
