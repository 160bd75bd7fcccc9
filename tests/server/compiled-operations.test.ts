import { buildSchema, getOperationAST, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerLimits } from '../../schema/budget.ts';
import { schema } from '../../schema/index.ts';
import { compiledSize } from '../../src/server/compiled-size.ts';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { savedEntity, unknownId } from '../support/entities.ts';
import { operations } from '../support/questions.ts';
import { type Answer, type Data, Service } from '../support/service.ts';
import { addedCitation, savedSource } from '../support/sources.ts';

/** So often is a query asked that it is compiled meanwhile: one comes the more often before, the larger it is. */
function timesFor(query: string): number {
  const document = parse(query);
  const [operation] = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const size = operation === undefined ? null : compiledSize(schema, document, operation, 1_000);
  return 5 + Math.ceil((size ?? 0) / 50);
}

const TEXT = `The first words.

Joseph Stalin and Nikita Khrushchev spoke of the Soviet Union, says Lovelace.

== A part ==

Stalin again, and words that are quoted.
- One item
  - A deeper one`;

let service: Service;
let variables: Record<string, Data>;

beforeAll(async () => {
  service = await Service.open(undefined, { answerBytes: 0 });
  for (const name of ['Joseph Stalin', 'Nikita Khrushchev', 'Soviet Union'])
    await savedEntity(service, { kind: name === 'Soviet Union' ? 'PLACE' : 'PERSON', name });
  await importText(service, 'secret-speech', TEXT, { title: 'A speech', language: 'en' });
  const document = await documentId(service);
  const target = { block: { ref: '2' } };
  const first = await added(service, note(document, [target], { tags: ['counted'] }));
  await added(service, note(document, [target], { replyTo: first.id }));
  const source = await savedSource(service, {
    type: 'BOOK',
    title: 'Notes',
    creators: [{ family: 'Lovelace' }],
    issued: '1843',
  });
  await addedCitation(service, {
    document,
    source: source.id,
    target,
    quoted: { block: { ref: '3.1' } },
    locator: '3',
  });
  const { entity } = await service.data('{ entity(by: { slug: "joseph-stalin" }) { id } }');
  const { revision } = (
    await service.data(
      '{ document(by: { slug: "secret-speech" }) { revision { id block(ref: "2") { id } } } }',
    )
  ).document;
  variables = {
    slug: 'secret-speech',
    document,
    annotation: first.id,
    source: source.id,
    entity: entity.id,
    ids: [document, revision.id, revision.block.id, first.id, entity.id, unknownId('Entity')],
    refs: ['secret-speech@1:2', 'secret-speech:2', 'secret-speech@7:2', 'nothing:1'],
  };
  return () => service.close();
});

/** Asks the same several times, as whoever asks one after the other, and answers what all were answered. */
async function asked(
  query: string,
  more: object = {},
  as = 'local',
): Promise<Pick<Answer, 'data' | 'errors'>> {
  const given = Object.fromEntries(
    [...query.matchAll(/\$(\w+)/g)].flatMap(([, name = '']) =>
      name in variables ? [[name, variables[name]]] : [],
    ),
  );
  const answers: Pick<Answer, 'data' | 'errors'>[] = [];
  const times = timesFor(query);
  for (let time = 0; time < times; time += 1) {
    const { data, errors } = await service.run(query, { ...given, ...more }, as);
    answers.push({ data, errors });
  }
  const [first] = answers;
  if (first === undefined) throw new Error('Nothing was asked');
  for (const answer of answers) expect(JSON.stringify(answer, null, 1)).toBe(JSON.stringify(first, null, 1));
  return first;
}

describe('the answers to a query that comes again and again are the same', () => {
  it.each(operations)('to $name', async ({ query }) => {
    const { data, errors } = await asked(query);
    expect(errors).toBeUndefined();
    expect(data).not.toBeNull();
  });

  it.each([
    [
      '@include of a field',
      'query Q($slug: String!, $on: Boolean!) { document(by: { slug: $slug }) { title slug @include(if: $on) } }',
    ],
    [
      '@skip of a field',
      'query Q($slug: String!, $on: Boolean!) { document(by: { slug: $slug }) { title slug @skip(if: $on) } }',
    ],
    [
      '@include of a fragment',
      'query Q($slug: String!, $on: Boolean!) { document(by: { slug: $slug }) { id ...F @include(if: $on) } } fragment F on Document { title revision { number } }',
    ],
    [
      '@skip of an inline fragment',
      'query Q($ids: [ID!]!, $on: Boolean!) { nodes(ids: $ids) { id ... on Entity @skip(if: $on) { name } ... on Node @include(if: $on) { __typename } } }',
    ],
    [
      '@include of a field with an argument',
      'query Q($slug: String!, $on: Boolean!) { document(by: { slug: $slug }) { revision { number block(ref: "2") @include(if: $on) { ref } } } }',
    ],
    [
      '@include at the top',
      'query Q($on: Boolean!) { viewer @include(if: $on) { roles } documents { totalCount } }',
    ],
  ])('with %s by a variable', async (_what, query) => {
    const [on, off] = [await asked(query, { on: true }), await asked(query, { on: false })];
    expect(on.errors ?? off.errors).toBeUndefined();
    expect(on.data).not.toEqual(off.data);
    expect(await asked(query, { on: true })).toEqual(on);
  });

  it.each([
    [
      '@skip of a field that is selected twice',
      'query Q($slug: String!, $on: Boolean!) { document(by: { slug: $slug }) { title @skip(if: $on) title slug } }',
    ],
    [
      'both on one',
      'query Q($slug: String!, $on: Boolean!) { document(by: { slug: $slug }) { slug title @skip(if: $on) @include(if: $on) } }',
    ],
  ])('with %s by a variable, which changes nothing', async (_what, query) => {
    const on = await asked(query, { on: true });
    expect(on.errors).toBeUndefined();
    expect(await asked(query, { on: false })).toEqual(on);
  });

  it.each([
    [
      'aliases',
      '{ a: document(by: { slug: "secret-speech" }) { t: title } b: document(by: { slug: "none" }) { t: slug } a2: documents(first: 1) { n: totalCount } }',
    ],
    [
      'a field in several fragments',
      'query Q($slug: String!) { document(by: { slug: $slug }) { ...A ...B revision { number } } } fragment A on Document { title revision { id } } fragment B on Document { revision { length } ...C } fragment C on Document { revision { l: length(unit: UTF8) } }',
    ],
    [
      'an order of fields that fragments change',
      'query Q($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { slug name } id ... on Document { title } __typename ... on Node { ... on Entity { kind } } } }',
    ],
    [
      'fragments of types that are others',
      'query Q($slug: String!) { document(by: { slug: $slug }) { revision { blocks(first: 100) { edges { node { ...B } } } } } } fragment B on Block { __typename ref ... on Section { heading level } ... on List { ordered } ... on Paragraph { kind } }',
    ],
    [
      'marks of several types',
      'query Q($slug: String!) { document(by: { slug: $slug }) { revision { block(ref: "2") { runs { text marks { __typename ... on Annotation { id } ... on Mention { id } ... on Citation { id } } } } } } }',
    ],
    [
      'default values',
      'query Q($first: Int = 1, $slug: String = "secret-speech", $kinds: [EntityKind!] = [PERSON, PLACE]) { document(by: { slug: $slug }) { entities(first: $first, kinds: $kinds) { totalCount edges { node { entity { slug } } } } } }',
    ],
    [
      'null in place of a default value',
      'query Q($first: Int = 1) { entities(first: $first) { edges { node { slug } } } }',
      { first: null },
    ],
    [
      'one enum value for a list',
      'query Q($kinds: [EntityKind!]) { entities(kinds: $kinds) { totalCount } }',
      { kinds: 'PERSON' },
    ],
    [
      'a date',
      'query Q($after: DateTime!) { annotations(filter: { createdAfter: $after }) { totalCount } }',
      { after: '2020-01-01T00:00:00Z' },
    ],
    [
      'an input of variables in parts',
      'query Q($tags: [String!], $text: String) { annotations(filter: { tags: $tags, text: $text }) { totalCount } }',
      { tags: ['counted'] },
    ],
    ['the type of the whole', '{ __typename viewer { __typename } }'],
    [
      'the schema',
      '{ __schema { queryType { name } } __type(name: "Block") { kind possibleTypes { name } } viewer { roles } }',
    ],
    [
      'nothing to answer',
      '{ node(id: "RW50aXR5OjAxYTIwYzJhLTNjZmMtNzc1Zi05ZjI3LTA0NDRiYTY3ZTRhOQ") { id } }',
    ],
  ] as [string, string, object?][])('with %s', async (_what, query, more = {}) => {
    expect((await asked(query, more)).errors).toBeUndefined();
  });

  it('to each operation of a document by its name', async () => {
    const query =
      'query One { documents { totalCount } } query Two { viewer { ...V } } fragment V on Viewer { roles }';
    const answers: string[] = [];
    for (let time = 0; time < 12; time += 1) {
      const body = JSON.stringify({ query, operationName: time % 2 === 0 ? 'One' : 'Two' });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      answers.push(await (await service.fetch('/graphql', init)).text());
    }
    expect([...new Set(answers)].sort()).toEqual([
      '{"data":{"documents":{"totalCount":1}}}',
      '{"data":{"viewer":{"roles":["READER","ANNOTATOR","EDITOR"]}}}',
    ]);
    expect(new Set(answers.filter((_, index) => index % 2 === 0)).size).toBe(1);
  });

  it('to each who asks what that one may see', async () => {
    const query = '{ viewer { roles agent { name } } }';
    const local = await asked(query);
    const nobody = await asked(query, {}, 'nobody');
    expect(nobody.data.viewer).toEqual({ roles: ['READER'], agent: null });
    expect(await asked(query)).toEqual(local);
  });

  it('when many ask at once', async () => {
    const query = 'query Q($ref: String!) { passage(ref: $ref) { urn text } }';
    const refs = Array.from({ length: 40 }, (_, index) => `secret-speech@1:${1 + (index % 3)}`);
    const answers = await Promise.all(refs.map((ref) => service.data(query, { ref })));
    expect(answers.map(({ passage }) => passage.urn)).toEqual(refs);
  });
});

describe('the errors of a query that comes again and again are the same', () => {
  it.each([
    ['null for what must not be', 'query Q($id: ID!) { node(id: $id) { id } }', { id: null }],
    ['nothing for what must be given', 'query Q($given: ID!) { node(id: $given) { id } }', {}],
    ['null in a list', 'query Q($list: [ID!]!) { nodes(ids: $list) { id } }', { list: [null] }],
    ['a number for an id of an object', 'query Q($id: ID!) { node(id: $id) { id } }', { id: 7 }],
    ['an object for an id', 'query Q($id: ID!) { node(id: $id) { id } }', { id: {} }],
    [
      'an unknown value of an enum',
      'query Q($kinds: [EntityKind!]) { entities(kinds: $kinds) { totalCount } }',
      { kinds: ['GHOST'] },
    ],
    [
      'a value of an enum in lower case',
      'query Q($kinds: [EntityKind!]) { entities(kinds: $kinds) { totalCount } }',
      { kinds: ['person'] },
    ],
    [
      'an unknown key of an input',
      'query Q($filter: AnnotationFilter) { annotations(filter: $filter) { totalCount } }',
      { filter: { ghost: 1 } },
    ],
    [
      'a text for a number',
      'query Q($first: Int) { entities(first: $first) { totalCount } }',
      { first: '1' },
    ],
    [
      'too large a number',
      'query Q($first: Int) { entities(first: $first) { totalCount } }',
      { first: 2 ** 40 },
    ],
    [
      'two keys of one',
      'query Q($by: DocumentBy!) { document(by: $by) { slug } }',
      { by: { slug: 'a', id: 'b' } },
    ],
    ['no key of one', 'query Q($by: DocumentBy!) { document(by: $by) { slug } }', { by: {} }],
    ['a null key of one', 'query Q($by: DocumentBy!) { document(by: $by) { slug } }', { by: { slug: null } }],
    [
      'a key of one by a variable that is null',
      'query Q($word: String) { document(by: { slug: $word }) { slug } }',
      { word: null },
    ],
    [
      'a date that is none',
      'query Q($after: DateTime!) { annotations(filter: { createdAfter: $after }) { totalCount } }',
      { after: 'then' },
    ],
    [
      'an address that is none',
      'query Q($url: URL!) { document(by: { sourceUrl: $url }) { slug } }',
      { url: 'javascript:alert(1)' },
    ],
    [
      'too large a page',
      'query Q($first: Int) { entities(first: $first) { totalCount } documents { totalCount } }',
      { first: 101 },
    ],
    ['a page from both ends', '{ documents(first: 1, last: 1) { totalCount } }', {}],
    ['an id that is none', 'query Q($id: ID!) { node(id: $id) { id } viewer { roles } }', { id: 'none' }],
    [
      'an id of another type',
      'query Q($document: ID!) { annotations(filter: { creator: $document }) { totalCount } }',
      {},
    ],
    [
      'something that is not there',
      'query Q { annotations(filter: { within: "QW5ub3RhdGlvbjoxRG9j" }) { totalCount } }',
      {},
    ],
    [
      'a cursor that is none',
      'query Q($after: String) { entities(after: $after) { totalCount } }',
      { after: 'bm9uZQ' },
    ],
    [
      'a cursor of another list',
      'query Q($after: String) { annotations(after: $after) { totalCount } }',
      { after: 'cmFuay4xLjAx' },
    ],
    [
      'a filter that is refused',
      'query Q($slug: String!) { document(by: { slug: $slug }) { revision { block(ref: "2") { runs(filter: { within: "x" }) { text } } } } }',
      {},
    ],
    ['two ways to look', '{ sources(match: "Getty", filter: { author: "Getty" }) { totalCount } }', {}],
    ['a reference that is malformed', 'query Q($ref: String!) { passage(ref: $ref) { urn } }', { ref: '!' }],
    [
      'an unknown style',
      'query Q($slug: String!) { document(by: { slug: $slug }) { bibliography(style: "ghost") { text } } }',
      {},
    ],
    [
      'a revision that is not there',
      'query Q($slug: String!) { document(by: { slug: $slug }) { revision { changesSince(number: 9) { kind } } } }',
      {},
    ],
    [
      'a range beyond the text',
      'query Q($slug: String!) { document(by: { slug: $slug }) { title revision { text(range: { start: 0, end: 99999999 }) } } }',
      {},
    ],
    [
      'an error in one of several fields',
      'query Q($slug: String!) { good: document(by: { slug: $slug }) { title } bad: passage(ref: "!") { urn } other: documents(first: 101) { totalCount } }',
      {},
    ],
    [
      'an error in a list',
      'query Q($ids: [ID!]!) { nodes(ids: $ids) { id ... on Document { annotations(first: 101) { totalCount } } } }',
      {},
    ],
    [
      'a query that is too costly',
      '{ documents(first: 100) { edges { node { annotations(first: 100) { edges { node { replies(first: 100) { edges { node { id } } } } } } } } } }',
      {},
    ],
  ] as [string, string, object][])('for %s', async (_what, query, more) => {
    const { errors } = await asked(query, more);
    expect(errors?.length).toBeGreaterThan(0);
    for (const { message } of errors ?? [])
      expect(message).not.toMatch(/Something went wrong|undefined|cannot read/i);
  });

  it('for an answer that would be too large', async () => {
    const words = `${'word '.repeat(180_000)}end.`;
    await importText(service, 'long', words, { title: 'Long' });
    const times = Math.ceil(answerLimits.characters / words.length);
    const texts = Array.from({ length: times }, (_, index) => `t${index}: text`).join(' ');
    const { errors } = await asked(`{ document(by: { slug: "long" }) { revision { ${texts} } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE' } }]);
  });
});

describe('the size of what a query is compiled to', () => {
  const own = buildSchema(`
    interface Node { id: ID next: Node }
    type A implements Node { id: ID next: Node own: A }
    type B implements Node { id: ID next: Node }
    union Any = A | B
    type Query { node: Node any: Any a: A }`);
  const sizeOf = (query: string, most = 100) => {
    const document = parse(query);
    const operation: OperationDefinitionNode | null | undefined = getOperationAST(document);
    if (!operation) throw new Error('There is no operation');
    return compiledSize(own, document, operation, most);
  };

  it.each([
    ['{ a { id } }', 2],
    ['{ a { id own { id } } }', 4],
    ['{ node { id } }', 3],
    ['{ node { id next { id } } }', 1 + 2 * (2 + 2)],
    ['{ any { ... on A { id own { id } } ... on B { id } } }', 1 + 2 * 2 + 3 + 1],
    ['{ any { ... on Node { id } __typename } }', 1 + 2 * 3],
    ['{ a { ...F own { ...F } } } fragment F on A { id }', 1 + 2 + 1 + 2],
  ])('of %s', (query, size) => {
    expect(sizeOf(query)).toBe(size);
    expect(sizeOf(query, size)).toBe(size);
    expect(sizeOf(query, size - 1)).toBeNull();
  });

  it('is found to be too large at once, however large it is', () => {
    let nested = '{ id }';
    for (let depth = 0; depth < 60; depth += 1) nested = `{ id next ${nested} }`;
    expect(sizeOf(`{ node ${nested} }`, 1_000)).toBeNull();
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on A { a: own { ...F${index + 1} } b: own { ...F${index + 1} } }`,
    );
    expect(sizeOf(`{ a { ...F0 } } ${fragments.join(' ')} fragment F60 on A { id }`, 1_000)).toBeNull();
  });
});

describe('a query that would be compiled to very much', () => {
  const nested = (field: string, depth: number): string =>
    depth === 0 ? '{ ref }' : `{ ref ${field} ${nested(field, depth - 1)} }`;
  const deep = (field: string) =>
    `query Deep($slug: String!) { document(by: { slug: $slug }) { revision { block(ref: "2") ${nested(field, 18)} } } }`;

  it('is answered each time', async () => {
    const { data, errors } = await asked(deep('parent'));
    expect(errors).toBeUndefined();
    expect(data.document.revision.block.ref).toBe('2');
  });

  it('is refused each time where it may answer too much', async () => {
    const { errors } = await asked(deep('children'));
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY' } }]);
  });
});
