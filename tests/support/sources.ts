import type { Data, Service } from './service.ts';

export const WHOLE_SOURCE = /* GraphQL */ `
  fragment WholeSource on Source {
    id key type title container publisher issued doi isbn url volume pages version deletedAt
    creators { role name family given literal }
  }
`;

const CITED = /* GraphQL */ `
  fragment Cited on Citation {
    id version locator locatorLabel deletedAt
    source { id key }
    document { slug }
    anchor { status range { start end } quote { exact } blocks { ref } madeOn { number } }
    quoted { status range { start end } quote { exact } }
    context { prefix exact suffix }
  }
`;

const answered = (name: string, type: string, payload: string, fragments: string) => /* GraphQL */ `
  mutation M($input: ${type}!) {
    ${name}(input: $input) {
      __typename
      ... on Error { message code }
      ${payload}
    }
  }
  ${fragments}
`;

async function mutate(
  service: Service,
  name: string,
  query: string,
  input: object,
  as: string,
): Promise<Data> {
  return (await service.data(query, { input }, as))[name];
}

const SAVE = answered(
  'saveSource',
  'SaveSourceInput',
  `... on SaveSourcePayload { created source { ...WholeSource } duplicates { why source { key } } }
   ... on SourceConflict { current { version } } ... on KeyTaken { source { key } }`,
  WHOLE_SOURCE,
);

/** Saves a source, whatever comes of it. */
export async function saveSource(service: Service, input: object, as = 'local'): Promise<Data> {
  return await mutate(service, 'saveSource', SAVE, input, as);
}

/** Saves a source that must be accepted. */
export async function savedSource(service: Service, input: object): Promise<Data> {
  const result = await saveSource(service, input);
  if (result.__typename !== 'SaveSourcePayload') throw new Error(JSON.stringify(result));
  return result.source;
}

/** Deletes, merges or parts sources, whatever comes of it. */
export async function changeSource(
  service: Service,
  name: 'deleteSource' | 'mergeSources' | 'undoSourceMerge',
  input: object,
  as = 'local',
): Promise<Data> {
  const type = name[0]?.toUpperCase() + name.slice(1);
  const query = answered(
    name,
    `${type}Input`,
    `... on ${type}Payload { source { ...WholeSource } }
     ${name === 'deleteSource' ? '... on SourceCited { citations }' : ''}`,
    WHOLE_SOURCE,
  );
  return await mutate(service, name, query, input, as);
}

/** The source named, or null. */
export async function sourceBy(service: Service, by: object): Promise<Data> {
  const query = `query By($by: SourceBy!) { source(by: $by) { ...WholeSource } } ${WHOLE_SOURCE}`;
  return (await service.data(query, { by })).source;
}

/** The sources that a reference may mean, best first, with their scores and reasons. */
export async function matched(service: Service, match: string): Promise<Data[]> {
  const { sources } = await service.data(
    `query Match($match: String) { sources(match: $match, first: 100) {
      totalCount edges { score reasons { field given found exact } node { key } } } }`,
    { match },
  );
  if (sources.totalCount !== sources.edges.length) throw new Error('The count differs from the list');
  return sources.edges;
}

const ofCitation = (name: string) => {
  const type = name[0]?.toUpperCase() + name.slice(1);
  return answered(
    name,
    `${type}Input`,
    `... on ${type}Payload { citation { ...Cited } }
     ${name === 'addCitation' ? '' : '... on CitationConflict { current { version } }'}`,
    CITED,
  );
};

/** Adds, edits, deletes or restores a citation, whatever comes of it. */
export async function changeCitation(
  service: Service,
  name: 'addCitation' | 'editCitation' | 'deleteCitation' | 'restoreCitation',
  input: object,
  as = 'local',
): Promise<Data> {
  return await mutate(service, name, ofCitation(name), input, as);
}

/** Adds a citation that must be accepted. */
export async function addedCitation(service: Service, input: object, as = 'local'): Promise<Data> {
  const result = await changeCitation(service, 'addCitation', input, as);
  if (result.__typename !== 'AddCitationPayload') throw new Error(JSON.stringify(result));
  return result.citation;
}

/** The citations of a document, in order. */
export async function citationsIn(service: Service, slug: string, more: object = {}): Promise<Data[]> {
  const { document } = await service.data(
    `query Citations($slug: String!, $source: ID, $status: [AnchorStatus!], $overlaps: TextRangeInput) {
      document(by: { slug: $slug }) {
        citations(first: 100, source: $source, status: $status, overlaps: $overlaps) {
          totalCount edges { node { ...Cited } }
        }
      }
    } ${CITED}`,
    { slug, ...more },
  );
  const nodes = document.citations.edges.map(({ node }: Data) => node);
  if (document.citations.totalCount !== nodes.length) throw new Error('The count differs from the list');
  return nodes;
}

/** Where a source is cited. */
export async function citationsOf(service: Service, key: string, more: object = {}): Promise<Data[]> {
  const { source } = await service.data(
    `query Of($key: String!, $document: ID) { source(by: { key: $key }) {
      citations(first: 100, document: $document) { totalCount edges { node { ...Cited } } } } } ${CITED}`,
    { key, ...more },
  );
  const nodes = source.citations.edges.map(({ node }: Data) => node);
  if (source.citations.totalCount !== nodes.length) throw new Error('The count differs from the list');
  return nodes;
}

export async function citationBy(service: Service, id: string, as = 'local'): Promise<Data> {
  const query = `query Node($id: ID!) { node(id: $id) { ...Cited } } ${CITED}`;
  return (await service.data(query, { id }, as)).node;
}

/** What happened to a citation, the first event first. */
export async function citationHistory(service: Service, id: string): Promise<Data[]> {
  const { node } = await service.data(
    `query History($id: ID!) { node(id: $id) { ... on Citation { history(first: 50) { totalCount edges { node {
      kind version agent { name } revision { number }
      state { locator locatorLabel source { key } }
      anchors { from { status } to { status text } }
    } } } } } }`,
    { id },
  );
  return node.history.edges.map(({ node: event }: Data) => event);
}
