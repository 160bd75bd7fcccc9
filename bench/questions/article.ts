import type { Question } from '../rounds.ts';
import { SAMPLE } from '../texts.ts';
import { type Asked, graphql, read, readQuestion, statement } from './ask.ts';
import type { Ground } from './ground.ts';
import {
  byId,
  type Edges,
  type GraphqlAnnotation,
  inOrder,
  type Nodes,
  nodesOf,
  type SaidAnnotation,
  saidByScholion,
} from './information.ts';

export const ARTICLE = `query Article($slug: String!) {
  document(by: { slug: $slug }) { title revision { number
    blocks(first: 100) { edges { node { ref kind depth runs(kinds: []) { text } } } } }
    annotations(first: 100) { edges { node {
      id motivation tags bodies { ... on TextualBody { text } } anchors { range { start end } }
    } } }
  }
}`;

/** Ranges are told by units, whose places the blocks tell: that way PostGraphile looks up each only once. */
export const POSTGRAPHILE_ARTICLE = `query Article($slug: String!) {
  allDocuments(condition: { slug: $slug }) { nodes { title
    revisionsByDocumentId(last: 1) { nodes { number
      blocksByRevisionId(orderBy: ORDINAL_ASC) { nodes { ref kind depth start unitId textUnitByUnitId { text } } }
    } }
    annotationsByDocumentId(first: 100) { nodes {
      rowId motivation tags annotationBodiesByAnnotationId { nodes { text } }
      anchorsByAnnotationId { nodes { anchorPositionsByAnchorId { nodes { startUnitId startOffset endUnitId endOffset } } } }
    } }
  } }
}`;

export interface GraphqlArticle {
  document: {
    title: string;
    revision: {
      number: number;
      blocks: Edges<{ ref: string; kind: string; depth: number; runs: { text: string }[] }>;
    };
    annotations: Edges<GraphqlAnnotation>;
  };
}

export interface PostGraphileArticle {
  allDocuments: Nodes<{
    title: string;
    revisionsByDocumentId: Nodes<{
      number: number;
      blocksByRevisionId: Nodes<{
        ref: string;
        kind: string;
        depth: number;
        start: number;
        unitId: string | null;
        textUnitByUnitId: { text: string } | null;
      }>;
    }>;
    annotationsByDocumentId: Nodes<{
      rowId: string;
      motivation: string;
      tags: string[];
      annotationBodiesByAnnotationId: Nodes<{ text: string }>;
      anchorsByAnnotationId: Nodes<{
        anchorPositionsByAnchorId: Nodes<{
          startUnitId: string;
          startOffset: number;
          endUnitId: string;
          endOffset: number;
        }>;
      }>;
    }>;
  }>;
}

/** What the answers come to. */
export interface Article {
  title: string;
  number: number;
  blocks: [ref: string, kind: string, depth: number, text: string][];
  annotations: SaidAnnotation[];
}

export function articleAsks(slug: string, { agentId }: Ground): Asked {
  return {
    scholion: graphql(ARTICLE, { slug }),
    postgraphile: graphql(POSTGRAPHILE_ARTICLE, { slug }),
    limit: statement('article', [slug, agentId]),
  };
}

/** The sample with all its text and annotations, over and over, while nothing changes. */
export async function articleQuestion(ground: Ground): Promise<Question> {
  const asks = articleAsks(SAMPLE.slug, ground);
  const { data } = await read<GraphqlArticle>(ground.servers.scholion.origin, asks.scholion);
  const { annotations } = articleOfScholion(data);
  if (annotations.length !== SAMPLE.annotations)
    throw new RangeError(`The sample has ${annotations.length} annotations`);
  return await readQuestion(
    { id: 'article', name: 'The article with its annotations' },
    [asks],
    { scholion: articleOfScholion, postgraphile: articleOfPostGraphile },
    ground,
  );
}

export function articleOfScholion({ document }: GraphqlArticle): Article {
  return {
    title: document.title,
    number: document.revision.number,
    blocks: nodesOf(document.revision.blocks).map(({ ref, kind, depth, runs }) => [
      ref,
      kind,
      depth,
      runs.map(({ text }) => text).join(''),
    ]),
    annotations: byId(nodesOf(document.annotations).map(saidByScholion)),
  };
}

export function articleOfPostGraphile({ allDocuments }: PostGraphileArticle): Article | null {
  const [document] = allDocuments.nodes;
  const [revision] = document?.revisionsByDocumentId.nodes ?? [];
  if (document === undefined || revision === undefined) return null;
  const blocks = revision.blocksByRevisionId.nodes;
  const starts = new Map(blocks.map(({ unitId, start }) => [unitId, start]));
  return {
    title: document.title,
    number: revision.number,
    blocks: blocks.map(({ ref, kind, depth, textUnitByUnitId }) => [
      ref,
      kind,
      depth,
      textUnitByUnitId?.text ?? '',
    ]),
    annotations: byId(
      document.annotationsByDocumentId.nodes.map(({ rowId, motivation, tags, ...rest }) => ({
        id: rowId,
        motivation,
        tags,
        bodies: rest.annotationBodiesByAnnotationId.nodes.map(({ text }) => text),
        ranges: inOrder(
          rest.anchorsByAnnotationId.nodes
            .flatMap(({ anchorPositionsByAnchorId }) => anchorPositionsByAnchorId.nodes)
            .map(({ startUnitId, startOffset, endUnitId, endOffset }) => [
              (starts.get(startUnitId) ?? Number.NaN) + startOffset,
              (starts.get(endUnitId) ?? Number.NaN) + endOffset,
            ]),
        ),
      })),
    ),
  };
}
