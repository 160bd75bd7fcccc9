import type { Question } from '../rounds.ts';
import { BOOK } from '../texts.ts';
import { type Asked, graphql, readQuestion, statement } from './ask.ts';
import { type Ground, spread, valuesOf } from './ground.ts';
import { byId, type Edges, type Nodes, nodesOf, uuidOf } from './information.ts';

/** How many different passages are asked for in turn. */
const PASSAGES = 64;

const PASSAGE = `query Passage($ref: String!) {
  passage(ref: $ref) { text blocks { annotations(first: 50) { edges { node {
    id bodies { ... on TextualBody { text } }
  } } } } }
}`;

const POSTGRAPHILE_PASSAGE = `query Passage($slug: String!, $ref: String!) {
  allDocuments(condition: { slug: $slug }) { nodes { revisionsByDocumentId(condition: { number: 1 }) { nodes {
    blocksByRevisionId(condition: { ref: $ref }) { nodes { textUnitByUnitId { text
      anchorPositionsByStartUnitId { nodes { anchorByAnchorId { annotationByAnnotationId {
        rowId annotationBodiesByAnnotationId { nodes { text } }
      } } } }
    } } }
  } } } }
}`;

interface GraphqlPassage {
  passage: {
    text: string;
    blocks: { annotations: Edges<{ id: string; bodies: { text: string }[] }> }[];
  };
}

interface PostGraphilePassage {
  allDocuments: Nodes<{
    revisionsByDocumentId: Nodes<{
      blocksByRevisionId: Nodes<{
        textUnitByUnitId: {
          text: string;
          anchorPositionsByStartUnitId: Nodes<{
            anchorByAnchorId: {
              annotationByAnnotationId: {
                rowId: string;
                annotationBodiesByAnnotationId: Nodes<{ text: string }>;
              } | null;
            };
          }>;
        };
      }>;
    }>;
  }>;
}

/** A paragraph of the book by its reference, with what is said of it. */
export async function passageQuestion(ground: Ground): Promise<Question> {
  const refs = await paragraphsByThemselves(ground.database);
  const asked = spread(refs, PASSAGES).map(
    (ref): Asked => ({
      scholion: graphql(PASSAGE, { ref: `${BOOK.slug}@1:${ref}` }),
      postgraphile: graphql(POSTGRAPHILE_PASSAGE, { slug: BOOK.slug, ref }),
      limit: statement('passage', [BOOK.slug, 1, ref, ground.agentId]),
    }),
  );
  return await readQuestion(
    { id: 'passage', name: 'A passage by its reference' },
    asked,
    { scholion: ofScholion, postgraphile: ofPostGraphile },
    ground,
  );
}

/** Those into which no annotation reaches from the one before, so that reading what begins in them is enough. */
async function paragraphsByThemselves(database: Ground['database']): Promise<string[]> {
  return await valuesOf<string>(
    database,
    `SELECT b.ref AS value
     FROM document d JOIN revision r ON r.document_id = d.id AND r.number = 1
       JOIN block b ON b.revision_id = r.id AND b.kind = 'PARAGRAPH'
     WHERE d.slug = $1
       AND NOT EXISTS (SELECT FROM anchor_position p WHERE p.end_unit_id = b.unit_id AND p.spanning)
       AND EXISTS (SELECT FROM anchor_position p JOIN anchor n ON n.id = p.anchor_id
         WHERE p.start_unit_id = b.unit_id AND n.annotation_id IS NOT NULL)
     ORDER BY b.ordinal`,
    [BOOK.slug],
  );
}

function ofScholion({ passage: { text, blocks } }: GraphqlPassage): unknown {
  const annotations = blocks.flatMap((block) =>
    nodesOf(block.annotations).map(({ id, bodies }) => ({ id: uuidOf(id), bodies })),
  );
  return { text, annotations: byId(annotations) };
}

function ofPostGraphile({ allDocuments }: PostGraphilePassage): unknown {
  const block = allDocuments.nodes[0]?.revisionsByDocumentId.nodes[0]?.blocksByRevisionId.nodes[0];
  if (block === undefined) return null;
  const { text, anchorPositionsByStartUnitId } = block.textUnitByUnitId;
  const annotations = anchorPositionsByStartUnitId.nodes.flatMap(
    ({ anchorByAnchorId: { annotationByAnnotationId } }) =>
      annotationByAnnotationId === null
        ? []
        : [
            {
              id: annotationByAnnotationId.rowId,
              bodies: annotationByAnnotationId.annotationBodiesByAnnotationId.nodes,
            },
          ],
  );
  return { text, annotations: byId(annotations) };
}
