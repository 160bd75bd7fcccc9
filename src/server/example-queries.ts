import { encodeGlobalId } from '../../schema/global-id.ts';
import type { Scholion } from '../scholion.ts';

/**
 * What GraphiQL shows at first: queries that work as they stand, on the first document that there is. They hold their
 * values, as GraphiQL does not show the variables of tabs that it is given.
 */
export async function exampleTabs({ store }: Scholion): Promise<{ query: string }[]> {
  const document = await store.prisma.document.findFirst({
    orderBy: { id: 'asc' },
    select: { id: true, slug: true },
  });
  const slug = document?.slug ?? 'secret-speech';
  const id = document === null ? '' : encodeGlobalId('Document', document.id);
  return [article(slug), spoken(slug), cited(slug), annotate(id), newest, passage(slug)].map((query) => ({
    query,
  }));
}

const article = (slug: string): string => `# The article as a tree: every block in order, with its depth.
query Article {
  document(by: { slug: "${slug}" }) {
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
            runs {
              text
              marks {
                ... on Annotation { id tags }
                ... on Mention { entity { slug name } }
                ... on Citation { source { key } }
              }
            }
          }
        }
      }
    }
  }
}
`;

const spoken = (
  slug: string,
): string => `# Whom and what the text speaks of, and where else each is spoken of.
query Spoken {
  document(by: { slug: "${slug}" }) {
    entities(first: 10) {
      totalCount
      edges {
        node {
          count
          entity {
            slug
            name
            kind
            description
            authorities { scheme value url }
            mentions(first: 3) {
              totalCount
              edges { node { document { slug } context { prefix exact suffix } } }
            }
          }
        }
      }
    }
  }
}
`;

const cited = (
  slug: string,
): string => `# What the text cites, formatted; and which source a reference means, with what speaks for it.
query Cited {
  document(by: { slug: "${slug}" }) {
    bibliography(style: "chicago-author-date") { text }
    citations(first: 10) {
      totalCount
      edges {
        node {
          source { key formatted }
          context { prefix exact suffix }
          quoted { status quote { exact } }
        }
      }
    }
  }
  sources(match: "Kolakowski, 1978, p. 3") {
    edges {
      score
      reasons { field given found exact }
      node { key citations(first: 5) { totalCount } }
    }
  }
}
`;

const annotate = (document: string): string => `# Annotate a block. Or quote words of it:
# targets: [{ quote: { exact: "…" } }]
mutation Annotate {
  addAnnotation(
    input: {
      document: "${document}"
      targets: [{ block: { ref: "1" } }]
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

const newest = `# The newest annotations, with their words.
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
        bodies { __typename ... on TextualBody { text format } ... on LinkBody { url } ... on EntityBody { entity { name } } ... on SourceBody { source { key } } }
        anchors { status score quote { exact } blocks { urn } }
      }
    }
  }
}
`;

const passage = (slug: string): string => `# What a canonical reference points at, and where that is now.
query Passage {
  passage(ref: "${slug}@1:2") {
    urn
    permalink
    citeAs(style: "mla")
    text
    anchor { quote { prefix exact suffix } }
    blocks { ref kind ancestors { ref ... on Section { heading } } }
    latest { urn }
  }
}
`;
