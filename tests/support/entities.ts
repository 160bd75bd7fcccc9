import type { Data, Service } from './service.ts';

export const WHOLE_ENTITY = /* GraphQL */ `
  fragment WholeEntity on Entity {
    id slug kind name description version
    names { text language kind } authorities { scheme value url } dates { start end }
  }
`;

export const SAVE = /* GraphQL */ `
  mutation Save($input: SaveEntityInput!) {
    saveEntity(input: $input) {
      __typename
      ... on SaveEntityPayload { created warnings entity { ...WholeEntity } }
      ... on Error { message code }
      ... on EntityConflict { current { id version name } }
      ... on AuthorityTaken { entity { id slug } }
    }
  }
  ${WHOLE_ENTITY}
`;

const MERGE = /* GraphQL */ `
  mutation Merge($input: MergeEntitiesInput!) {
    mergeEntities(input: $input) {
      __typename
      ... on MergeEntitiesPayload {
        entity { ...WholeEntity }
        event { id kind subject { id slug name } into { id slug } agent { name } }
      }
      ... on Error { message code }
    }
  }
  ${WHOLE_ENTITY}
`;

const UNDO_MERGE = /* GraphQL */ `
  mutation UndoMerge($input: UndoMergeInput!) {
    undoMerge(input: $input) {
      __typename
      ... on UndoMergePayload { entity { ...WholeEntity } from { ...WholeEntity } event { kind undoes } }
      ... on Error { message code }
    }
  }
  ${WHOLE_ENTITY}
`;

const SEARCH = /* GraphQL */ `
  query Search($search: String, $kinds: [EntityKind!], $first: Int, $after: String) {
    entities(search: $search, kinds: $kinds, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { cursor score node { id slug name } }
    }
  }
`;

/** Saves an entity, whatever comes of it. */
export async function saveEntity(service: Service, input: object, as = 'local'): Promise<Data> {
  return (await service.data(SAVE, { input }, as)).saveEntity;
}

/** Saves an entity that must be accepted. */
export async function savedEntity(service: Service, input: object): Promise<Data> {
  const result = await saveEntity(service, input);
  if (result.__typename !== 'SaveEntityPayload') throw new Error(JSON.stringify(result));
  return result.entity;
}

/** Merges an entity into another, whatever comes of it. */
export async function merge(service: Service, entity: string, into: string, as = 'local'): Promise<Data> {
  return (await service.data(MERGE, { input: { entity, into } }, as)).mergeEntities;
}

export async function undoMerge(service: Service, event: string, as = 'local'): Promise<Data> {
  return (await service.data(UNDO_MERGE, { input: { event } }, as)).undoMerge;
}

/** The entity named, or null. */
export async function entityBy(service: Service, by: object): Promise<Data> {
  const query = `query By($by: EntityBy!) { entity(by: $by) { ...WholeEntity } } ${WHOLE_ENTITY}`;
  return (await service.data(query, { by })).entity;
}

/** A page of what is found. */
export async function search(service: Service, variables: object): Promise<Data> {
  return (await service.data(SEARCH, variables)).entities;
}

/** The slugs of what is found, best first. */
export async function slugsFound(service: Service, text: string, more: object = {}): Promise<string[]> {
  const { edges } = await search(service, { search: text, first: 100, ...more });
  return edges.map(({ node }: Data) => node.slug);
}

/** The id by which clients know a UUID that no object of the type has. */
export function unknownId(typename: string): string {
  return Buffer.from(`${typename}:01a20c2a-3cfc-775f-9f27-0444ba67e4a9`).toString('base64url');
}
