import { describe, expect, it } from 'vitest';
import { useServer } from '../support/server.ts';

const server = useServer();

const BY_SLUG = 'query BySlug($slug: String!) { document(by: { slug: $slug }) { id } }';
const ADD = `mutation Add($input: AddAnnotationInput!) { addAnnotation(input: $input) { __typename } }`;
const bad = { NUL: '\0', 'a lone high surrogate': '\ud800', 'a lone low surrogate': '\udc00' };
const cases = Object.entries(bad);

describe('a string that no database can hold', () => {
  it.each(cases)('with %s is refused in a variable', async (_name, text) => {
    const { json } = await server().post({ query: BY_SLUG, variables: { slug: `a${text}b` } });
    expect(json.errors).toEqual([
      expect.objectContaining({
        message: 'The string in $slug has a NUL character or half of a surrogate pair; remove it.',
        extensions: { code: 'INPUT_INVALID' },
      }),
    ]);
  });

  it.each(cases)('with %s is refused deep inside of a variable', async (_name, text) => {
    const input = { document: 'x', targets: [{ quote: { exact: 'fine' } }], bodies: [{ text: { text } }] };
    const { json } = await server().post({ query: ADD, variables: { input } });
    expect(json.errors).toEqual([
      expect.objectContaining({
        message:
          'The string in $input.bodies.0.text.text has a NUL character or half of a surrogate pair; remove it.',
        extensions: { code: 'INPUT_INVALID' },
      }),
    ]);
  });

  it.each([
    ['NUL', '"a\\u0000b"'],
    ['a lone surrogate', '"a\\uD800b"'],
    ['a lone surrogate in a block string', '"""a\ud800b"""'],
  ])('with %s is refused in the query itself', async (_name, literal) => {
    const query = `query {\n  document(by: { slug: ${literal} }) { id } }`;
    const { json } = await server().post({ query });
    expect(json.errors).toHaveLength(1);
    expect(json.errors[0].extensions.code).toMatch(/^INPUT_INVALID$|^GRAPHQL_PARSE_FAILED$/);
  });

  it('is told from whole pairs, which are welcome', async () => {
    const { json } = await server().post({ query: BY_SLUG, variables: { slug: '𝔵😀' } });
    expect(json).toEqual({ data: { document: null } });
  });
});
