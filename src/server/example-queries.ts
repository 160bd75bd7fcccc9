import { encodeGlobalId } from '../../schema/global-id.ts';
import type { Scholion } from '../scholion.ts';

interface Tab {
  query: string;
  variables?: string;
}

/** What GraphiQL shows at first: queries that work as they stand, on the first document that there is. */
export async function exampleTabs({ store }: Scholion): Promise<Tab[]> {
  const document = await store.prisma.document.findFirst({
    orderBy: { id: 'asc' },
    select: { id: true, slug: true },
  });
  const slug = document?.slug ?? 'secret-speech';
  const id = document === null ? '' : encodeGlobalId('Document', document.id);
  return [
    { query: ARTICLE, variables: JSON.stringify({ slug }, null, 2) },
    { query: ANNOTATE, variables: JSON.stringify({ document: id, passage: `${slug}:1` }, null, 2) },
    { query: NEWEST },
    { query: PASSAGE, variables: JSON.stringify({ ref: `${slug}@1:2` }, null, 2) },
  ];
}

const ARTICLE = `# The article as a tree: every block in order, with its depth and its place in the text.
query Article($slug: String!) {
  document(by: { slug: $slug }) {
    title
    language
    rights { licence attribution }
    revision {
      number
      length
      blocks(first: 100) {
        totalCount
        edges {
          node {
            ref
            depth
            kind
            range { start end }
            runs { text marks { ... on Annotation { id bodies { ... on TextualBody { text } } } } }
          }
        }
      }
    }
  }
}
`;

const ANNOTATE = `# Annotate a block, or quote words instead: targets: [{ quote: { exact: "…" } }]
mutation Annotate($document: ID!, $passage: String!) {
  addAnnotation(
    input: {
      document: $document
      targets: [{ passage: $passage }]
      bodies: [{ text: { text: "A *first* note." } }]
      tags: ["example"]
    }
  ) {
    ... on AddAnnotationPayload {
      annotation { id version anchors { status range { start end } quote { exact } blocks { urn } } }
    }
    ... on QuoteAmbiguous { candidates { quote { prefix exact suffix } } }
    ... on Error { code message }
  }
}
`;

const NEWEST = `# The newest annotations, with the words that they are about.
query Newest {
  annotations(first: 20, orderBy: NEWEST) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id
        motivation
        tags
        creator { name }
        bodies { __typename ... on TextualBody { text format } ... on LinkBody { url } }
        anchors { status score quote { exact } blocks { urn } }
      }
    }
  }
}
`;

const PASSAGE = `# What a canonical reference points at, and where those words stand now.
query Passage($ref: String!) {
  passage(ref: $ref) {
    urn
    text
    anchor { quote { prefix exact suffix } }
    blocks { ref kind ancestors { ref ... on Section { heading } } }
    latest { urn }
  }
}
`;
