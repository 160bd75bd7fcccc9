import type { Question } from '../rounds.ts';
import { entitySlug } from '../store/registries.ts';
import { type Asked, graphql, readQuestion, statement } from './ask.ts';
import type { Ground } from './ground.ts';
import { type Edges, type Nodes, nodesOf } from './information.ts';

/** How many different entities are asked for in turn: those with most mentions, a whole page of each. */
const ENTITIES = 8;

const CONCORDANCE = `query Concordance($slug: String!) {
  entity(by: { slug: $slug }) { name mentions(first: 50) { edges { node {
    document { title } anchor { quote { prefix exact suffix } }
  } } } }
}`;

const POSTGRAPHILE_CONCORDANCE = `query Concordance($slug: String!) {
  allEntities(condition: { slug: $slug }) { nodes { name mentionsByEntityId(first: 50) { nodes {
    documentByDocumentId { title } anchorsByMentionId { nodes { prefix exact suffix } }
  } } } }
}`;

interface Quote {
  prefix: string;
  exact: string;
  suffix: string;
}

interface GraphqlConcordance {
  entity: { name: string; mentions: Edges<{ document: { title: string }; anchor: { quote: Quote } }> };
}

interface PostGraphileConcordance {
  allEntities: Nodes<{
    name: string;
    mentionsByEntityId: Nodes<{
      documentByDocumentId: { title: string };
      anchorsByMentionId: Nodes<Quote>;
    }>;
  }>;
}

/** The first page of the places that mention an entity, with the words around each. */
export async function concordanceQuestion(ground: Ground): Promise<Question> {
  const asked = Array.from({ length: ENTITIES }, (_, index): Asked => {
    const slug = entitySlug(index);
    return {
      scholion: graphql(CONCORDANCE, { slug }),
      postgraphile: graphql(POSTGRAPHILE_CONCORDANCE, { slug }),
      limit: statement('concordance', [slug]),
    };
  });
  return await readQuestion(
    { id: 'concordance', name: 'A page of a concordance' },
    asked,
    { scholion: ofScholion, postgraphile: ofPostGraphile },
    ground,
  );
}

function ofScholion({ entity: { name, mentions } }: GraphqlConcordance): unknown {
  const places = nodesOf(mentions).map(({ document, anchor: { quote } }) => [document.title, wordsOf(quote)]);
  return places.length === 50 ? { name, places } : null;
}

function ofPostGraphile({ allEntities }: PostGraphileConcordance): unknown {
  const [entity] = allEntities.nodes;
  const places = entity?.mentionsByEntityId.nodes.map(({ documentByDocumentId, anchorsByMentionId }) => [
    documentByDocumentId.title,
    ...anchorsByMentionId.nodes.map(wordsOf),
  ]);
  return { name: entity?.name, places };
}

function wordsOf({ prefix, exact, suffix }: Quote): string {
  return [prefix, exact, suffix].join('|');
}
