import { cutIntoRuns } from '../../src/anchors/runs.ts';
import type { Question } from '../rounds.ts';
import { BOOK } from '../texts.ts';
import { type Asked, graphql, readQuestion, statement } from './ask.ts';
import { type Ground, spread, valuesOf } from './ground.ts';
import { type Nodes, uuidOf } from './information.ts';

/** How many different sections are asked for in turn. */
const SECTIONS = 16;

const SECTION = `query Section($slug: String!, $ref: String!) {
  document(by: { slug: $slug }) { revision { block(ref: $ref) { ...Drawn children { ...Drawn } } } }
}
fragment Drawn on Block {
  ref kind runs { text marks {
    ... on Annotation { id motivation tags bodies { ... on TextualBody { text } } }
    ... on Mention { id entity { name slug } }
    ... on Citation { id source { title key } }
  } }
}`;

const POSTGRAPHILE_SECTION = `query Section($slug: String!, $ref: String!) {
  allDocuments(condition: { slug: $slug }) { nodes { revisionsByDocumentId(last: 1) { nodes {
    blocksByRevisionId(condition: { ref: $ref }) { nodes {
      ref kind textUnitByUnitId { ...Unit }
      blocksByParentId(orderBy: ORDINAL_ASC) { nodes { ref kind textUnitByUnitId { ...Unit } } }
    } }
  } } } }
}
fragment Unit on TextUnit {
  text
  anchorPositionsByStartUnitId { nodes { startOffset endOffset spanning anchorByAnchorId {
    annotationByAnnotationId { rowId motivation tags annotationBodiesByAnnotationId { nodes { text } } }
    mentionByMentionId { rowId entityByEntityId { name slug } }
    citationByCitationId { rowId sourceBySourceId { title key } }
  } } }
}`;

interface GraphqlMark {
  id: string;
  motivation?: string;
  tags?: string[];
  bodies?: { text: string }[];
  entity?: { name: string; slug: string };
  source?: { title: string; key: string };
}

interface GraphqlBlock {
  ref: string;
  kind: string;
  runs: { text: string; marks: GraphqlMark[] }[];
}

interface GraphqlSection {
  document: { revision: { block: GraphqlBlock & { children: GraphqlBlock[] } } };
}

interface PostGraphileUnit {
  text: string;
  anchorPositionsByStartUnitId: Nodes<{
    startOffset: number;
    endOffset: number;
    spanning: boolean;
    anchorByAnchorId: {
      annotationByAnnotationId: {
        rowId: string;
        motivation: string;
        tags: string[];
        annotationBodiesByAnnotationId: Nodes<{ text: string }>;
      } | null;
      mentionByMentionId: { rowId: string; entityByEntityId: { name: string; slug: string } } | null;
      citationByCitationId: { rowId: string; sourceBySourceId: { title: string; key: string } } | null;
    };
  }>;
}

interface PostGraphileBlock {
  ref: string;
  kind: string;
  textUnitByUnitId: PostGraphileUnit;
}

interface PostGraphileSection {
  allDocuments: Nodes<{
    revisionsByDocumentId: Nodes<{
      blocksByRevisionId: Nodes<PostGraphileBlock & { blocksByParentId: Nodes<PostGraphileBlock> }>;
    }>;
  }>;
}

interface LimitSection {
  blocks: {
    ref: string;
    kind: string;
    text: string;
    marks: { start: number; end: number; mark: GraphqlMark }[];
  }[];
}

/** A section's own text and that of the blocks in it, cut into runs, with all that lies on it. */
export async function sectionQuestion(ground: Ground): Promise<Question> {
  const { database, agentId } = ground;
  const refs = await sectionsByThemselves(database);
  const asked = spread(refs, SECTIONS).map(
    (ref): Asked => ({
      scholion: graphql(SECTION, { slug: BOOK.slug, ref }),
      postgraphile: graphql(POSTGRAPHILE_SECTION, { slug: BOOK.slug, ref }),
      limit: statement('section', [BOOK.slug, ref, agentId]),
    }),
  );
  return await readQuestion(
    { id: 'section', name: 'A section with all that is marked in it' },
    asked,
    { scholion: ofScholion, postgraphile: ofPostGraphile, limit: ofLimit },
    ground,
  );
}

/** Those into which nothing reaches from the one before, so that reading what begins in them is enough. */
async function sectionsByThemselves(database: Ground['database']): Promise<string[]> {
  return await valuesOf<string>(
    database,
    `SELECT s.ref AS value
     FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.latest_revision
       JOIN block s ON s.revision_id = r.id AND s.kind = 'SECTION'
     WHERE d.slug = $1 AND EXISTS (SELECT FROM block b WHERE b.parent_id = s.id) AND NOT EXISTS (
       SELECT FROM anchor_position p WHERE p.end_unit_id = s.unit_id AND p.spanning)
     ORDER BY s.ordinal`,
    [BOOK.slug],
  );
}

type Cut = { ref: string; kind: string; runs: (readonly [text: string, ...marks: string[]])[] };

function ofScholion({ document }: GraphqlSection): Cut[] {
  const { block } = document.revision;
  return [block, ...block.children].map(({ ref, kind, runs }) => ({
    ref,
    kind,
    runs: runs.map(({ text, marks }) => [text, ...marks.map(told).sort()]),
  }));
}

/** All that is said of a mark, the same from every server. */
function told({ id, motivation, tags, bodies, entity, source }: GraphqlMark): string {
  if (entity !== undefined) return JSON.stringify([uuidOf(id), entity.name, entity.slug]);
  if (source !== undefined) return JSON.stringify([uuidOf(id), source.title, source.key]);
  return JSON.stringify([uuidOf(id), motivation, tags, bodies?.map(({ text }) => text)]);
}

function ofLimit({ blocks }: LimitSection): Cut[] {
  return blocks.map(({ ref, kind, text, marks }) => ({
    ref,
    kind,
    runs: cut(
      text,
      marks.map(({ start, end, mark }) => ({ start, end, told: told(mark) })),
    ),
  }));
}

function ofPostGraphile({ allDocuments }: PostGraphileSection): Cut[] {
  const top = allDocuments.nodes[0]?.revisionsByDocumentId.nodes[0]?.blocksByRevisionId.nodes[0];
  if (top === undefined) return [];
  let reaching: { end: number; told: string }[] = [];
  return [top, ...top.blocksByParentId.nodes].map(({ ref, kind, textUnitByUnitId: { text, ...unit } }) => {
    const marks = reaching.map((mark) => ({ start: 0, ...mark }));
    reaching = [];
    for (const { startOffset: start, endOffset: end, spanning, anchorByAnchorId } of unit
      .anchorPositionsByStartUnitId.nodes) {
      const said = toldByPostGraphile(anchorByAnchorId);
      marks.push({ start, end: spanning ? [...text].length : end, told: said });
      if (spanning) reaching.push({ end, told: said });
    }
    return { ref, kind, runs: cut(text, marks) };
  });
}

type PostGraphileAnchor =
  PostGraphileUnit['anchorPositionsByStartUnitId']['nodes'][number]['anchorByAnchorId'];

function toldByPostGraphile({
  annotationByAnnotationId: annotation,
  mentionByMentionId: mention,
  citationByCitationId: citation,
}: PostGraphileAnchor): string {
  if (mention !== null)
    return JSON.stringify([mention.rowId, mention.entityByEntityId.name, mention.entityByEntityId.slug]);
  if (citation !== null)
    return JSON.stringify([citation.rowId, citation.sourceBySourceId.title, citation.sourceBySourceId.key]);
  const bodies = annotation?.annotationBodiesByAnnotationId.nodes.map(({ text }) => text);
  return JSON.stringify([annotation?.rowId, annotation?.motivation, annotation?.tags, bodies]);
}

/** Cuts what was answered uncut, as whoever draws it would have to. @param marks in code points. */
function cut(text: string, marks: { start: number; end: number; told: string }[]): Cut['runs'] {
  const characters = [...text];
  return cutIntoRuns(characters.length, marks).map((run) => [
    characters.slice(run.start, run.end).join(''),
    ...[...new Set(run.marks.map((mark) => mark.told))].sort(),
  ]);
}
