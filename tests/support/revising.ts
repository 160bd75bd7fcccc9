import type { Data, Service } from './service.ts';

export const REVISE = /* GraphQL */ `
  mutation Revise($input: ReviseDocumentInput!) {
    reviseDocument(input: $input) {
      __typename
      ... on Error { message code }
      ... on RevisionConflict { current { number text } }
      ... on ReviseDocumentPayload {
        outcome dryRun
        document { title }
        revision { number note }
        anchors {
          exact moved edited ambiguous orphaned unaffected
          doubtful {
            id annotation { id } quote { exact }
            from { status score text urn }
            to { status score text urn }
          }
        }
      }
    }
  }
`;

/** Revises a document, whatever comes of it. */
export async function revise(service: Service, input: object, as = 'local'): Promise<Data> {
  return (await service.data(REVISE, { input }, as)).reviseDocument;
}

/** The anchors of an annotation as they stand in the latest revision. */
export async function anchorsOf(service: Service, id: string, as = 'local'): Promise<Data[]> {
  const { node } = await service.data(
    `query Anchors($id: ID!) { node(id: $id) { ... on Annotation { anchors {
      id status score range { start end } blocks { ref } quote { exact } madeOn { number } } } } }`,
    { id },
    as,
  );
  return node.anchors;
}

/** The words that an annotation's only anchor points at in the latest revision, and its status. */
export async function standingOf(service: Service, document: string, id: string): Promise<Data> {
  const [anchor] = await anchorsOf(service, id);
  const { node } = await service.data(
    'query Text($id: ID!) { node(id: $id) { ... on Document { revision { text } } } }',
    { id: document },
  );
  const words =
    anchor?.range === null
      ? null
      : [...node.revision.text].slice(anchor.range.start, anchor.range.end).join('');
  return { status: anchor.status, words, blocks: anchor.blocks.map(({ ref }: Data) => ref) };
}

/** An annotation's history, oldest first. */
export async function historyOf(service: Service, id: string, as = 'local'): Promise<Data[]> {
  const { node } = await service.data(
    `query History($id: ID!) { node(id: $id) { ... on Annotation { version history(first: 100) { edges { node {
      id kind version agent { name } state { tags } revision { number }
      anchors { from { status score text urn } to { status score text urn } } } } } } } }`,
    { id },
    as,
  );
  return node.history.edges.map((edge: Data) => edge.node);
}

const CHANGED = `__typename ... on Error { message code } ... on EditConflict { current { version } }`;
export const REANCHOR = `mutation Reanchor($input: ReanchorAnnotationInput!) { reanchorAnnotation(input: $input) { ${CHANGED}
  ... on ReanchorAnnotationPayload { annotation { id version anchors { id status quote { exact } madeOn { number } } } } } }`;
export const UNDO = `mutation Undo($input: UndoAnchorChangeInput!) { undoAnchorChange(input: $input) { ${CHANGED}
  ... on UndoAnchorChangePayload { annotation { id version anchors { id status score quote { exact } } } } } }`;

/** Makes an annotation point at other words, whatever comes of it. */
export async function reanchor(service: Service, input: object, as = 'local'): Promise<Data> {
  return (await service.data(REANCHOR, { input }, as)).reanchorAnnotation;
}

/** Undoes a change of anchors, whatever comes of it. */
export async function undo(service: Service, input: object, as = 'local'): Promise<Data> {
  return (await service.data(UNDO, { input }, as)).undoAnchorChange;
}
