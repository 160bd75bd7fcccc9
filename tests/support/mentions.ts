import type { Data, Service } from './service.ts';

const MENTION = /* GraphQL */ `
  fragment Mentioned on Mention {
    id surface status confidence origin
    entity { id slug name }
    document { slug }
    context { prefix exact suffix }
    anchor { status score range { start end } quote { exact } blocks { ref } madeOn { number } }
    nestedIn { surface entity { slug } }
  }
`;

/** Saves an entity that must be accepted: its id, slug and what linking it did. */
export async function savedEntity(service: Service, input: object, as = 'local'): Promise<Data> {
  const { saveEntity } = await service.data(
    `mutation Save($input: SaveEntityInput!) { saveEntity(input: $input) {
      __typename
      ... on Error { message }
      ... on SaveEntityPayload { created warnings entity { id slug name version } linked { documents documentsLeft suggested withdrawn } }
    } }`,
    { input },
    as,
  );
  if (saveEntity.__typename !== 'SaveEntityPayload') throw new Error(JSON.stringify(saveEntity));
  return { ...saveEntity.entity, linked: saveEntity.linked };
}

/** A person with a full name and its last word as surname. */
export function person(name: string, more: object = {}): object {
  return { kind: 'PERSON', name, names: [{ text: name.split(' ').at(-1), kind: 'SURNAME' }], ...more };
}

/** The mentions of a document, in order. */
export async function mentionsIn(service: Service, slug: string, more: object = {}): Promise<Data[]> {
  const { document } = await service.data(
    `query Mentions($slug: String!, $status: [MentionStatus!], $entity: ID, $confidence: Float, $kinds: [EntityKind!]) {
      document(by: { slug: $slug }) {
        mentions(first: 100, status: $status, entity: $entity, confidence: $confidence, kinds: $kinds) {
          totalCount edges { node { ...Mentioned } }
        }
      }
    } ${MENTION}`,
    { slug, ...more },
  );
  const nodes = document.mentions.edges.map(({ node }: Data) => node);
  if (document.mentions.totalCount !== nodes.length) throw new Error('The count differs from the list');
  return nodes;
}

/** What a document's mentions say in short: the words and the entity. */
export async function spokenOf(service: Service, slug: string, more: object = {}): Promise<string[]> {
  return (await mentionsIn(service, slug, more)).map(
    ({ surface, entity }: Data) => `${surface} = ${entity.slug}`,
  );
}

/** Adds a mention, whatever comes of it. */
export async function addMention(service: Service, input: object, as = 'local'): Promise<Data> {
  const { addMention } = await service.data(
    `mutation Add($input: AddMentionInput!) { addMention(input: $input) {
      __typename ... on Error { message code } ... on AddMentionPayload { mention { ...Mentioned } }
    } } ${MENTION}`,
    { input },
    as,
  );
  return addMention;
}

/** Reviews mentions, whatever comes of it. */
export async function review(service: Service, input: object, as = 'local'): Promise<Data> {
  const { reviewMention } = await service.data(
    `mutation Review($input: ReviewMentionInput!) { reviewMention(input: $input) {
      __typename ... on Error { message code }
      ... on ReviewMentionPayload { mentions { ...Mentioned } rejected { ...Mentioned } }
    } } ${MENTION}`,
    { input },
    as,
  );
  return reviewMention;
}

/** Links a document, which must be accepted. */
export async function linkDocument(service: Service, document: string): Promise<Data> {
  const { linkDocument } = await service.data(
    `mutation Link($input: LinkDocumentInput!) { linkDocument(input: $input) {
      __typename ... on LinkDocumentPayload { linked { suggested withdrawn omitted } } } }`,
    { input: { document } },
  );
  return linkDocument.linked;
}
