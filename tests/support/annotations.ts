import type { Data, Service } from './service.ts';

export const ADD = /* GraphQL */ `
  mutation Add($input: AddAnnotationInput!) {
    addAnnotation(input: $input) {
      __typename
      ... on AddAnnotationPayload { annotation { ...Whole } }
      ... on Error { message code }
      ... on QuoteNotFound { candidates { score status quote { exact prefix suffix } } }
      ... on QuoteAmbiguous { candidates { score status quote { exact prefix suffix } } }
    }
  }
  fragment Whole on Annotation {
    id motivation tags visibility version createdAt updatedAt deletedAt
    creator { name }
    document { slug }
    replyTo { id }
    bodies { __typename ... on TextualBody { text format language purpose } ... on LinkBody { url purpose } }
    anchors {
      id status score range { start end } quote { exact prefix suffix } blocks { ref } madeOn { number }
    }
  }
`;

export const ADD_MANY = /* GraphQL */ `
  mutation AddMany($input: AddAnnotationsInput!) {
    addAnnotations(input: $input) {
      __typename
      ... on AddAnnotationsPayload {
        results {
          __typename
          ... on AddAnnotationPayload { annotation { id tags anchors { quote { exact } } } }
          ... on Error { message code }
        }
      }
      ... on Error { message code }
    }
  }
`;

export async function documentId(service: Service, slug = 'secret-speech'): Promise<string> {
  const { document } = await service.data('query Id($slug: String!) { document(by: {slug: $slug}) { id } }', {
    slug,
  });
  return document.id;
}

/** An input with what most tests do not care about filled in. */
export function note(document: string, targets: object[], more: object = {}): object {
  return { document, targets, bodies: [{ text: { text: 'A note.' } }], ...more };
}

/** Adds an annotation, whatever comes of it. */
export async function add(service: Service, input: object, as = 'local'): Promise<Data> {
  return (await service.data(ADD, { input }, as)).addAnnotation;
}

/** Adds an annotation that must be accepted. */
export async function added(service: Service, input: object, as = 'local'): Promise<Data> {
  const result = await add(service, input, as);
  if (result.__typename !== 'AddAnnotationPayload') throw new Error(JSON.stringify(result));
  return result.annotation;
}

export async function importText(
  service: Service,
  slug: string,
  text: string,
  more: object = {},
): Promise<Data> {
  const { importDocument } = await service.data(
    `mutation Import($input: ImportDocumentInput!) { importDocument(input: $input) {
      __typename ... on ImportDocumentPayload { outcome orphaned document { id title } revision { id number text checksum } }
      ... on Error { message code } } }`,
    { input: { slug, text, ...more } },
  );
  return importDocument;
}
