/** What GraphiQL shows at first: queries that work as they stand on the sample article. */
export const exampleTabs = [
  {
    query: `# The whole article as a tree: every block in order, with its depth and its place in the text.
query Article {
  document(by: { slug: "secret-speech" }) {
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
`,
  },
  {
    query: `# Annotate words by quoting them. First copy the document's id from: { document(by: {slug: "secret-speech"}) { id } }
mutation Annotate($document: ID!) {
  addAnnotation(
    input: {
      document: $document
      targets: [{ quote: { exact: "Khrushchev Thaw", prefix: "known as the \\"" } }]
      bodies: [{ text: { text: "A *thaw* after a long winter." } }]
      tags: ["periods"]
    }
  ) {
    ... on AddAnnotationPayload {
      annotation { id version anchors { status range { start end } quote { exact } blocks { urn } } }
    }
    ... on QuoteAmbiguous { candidates { quote { prefix exact suffix } } }
    ... on Error { code message }
  }
}
`,
    variables: `{ "document": "" }`,
  },
  {
    query: `# The newest annotations, with the words that they are about.
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
`,
  },
  {
    query: `# What a canonical reference points at, and where those words stand now.
query Passage {
  passage(ref: "secret-speech@1:5.2@0-18") {
    urn
    text
    anchor { quote { prefix exact suffix } }
    blocks { ref kind ancestors { ref ... on Section { heading } } }
    latest { urn }
  }
}
`,
  },
];
