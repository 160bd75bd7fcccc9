import { encodeCursor } from '../../src/annotations/cursor.ts';
import { BenchmarkProblem } from '../problem.ts';
import type { Question } from '../rounds.ts';
import { type Asked, graphql, read, readQuestion, statement } from './ask.ts';
import { type Ground, valuesOf } from './ground.ts';
import { type Edges, type Nodes, nodesOf, uuidOf } from './information.ts';

const PAGE_SIZE = 50;
/** How many pages are asked for in turn, and how many annotations lie from one to the next. */
const PAGES = 16;
const STRIDE = 250;

const PAGE = `query Page($after: String) {
  annotations(first: ${PAGE_SIZE}, orderBy: NEWEST, after: $after) {
    edges { node {
      id motivation tags bodies { ... on TextualBody { text } } document { title } anchors { quote { exact } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const POSTGRAPHILE_PAGE = `query Page($after: Cursor) {
  allAnnotations(first: ${PAGE_SIZE}, orderBy: PRIMARY_KEY_DESC, after: $after) {
    nodes {
      rowId motivation tags annotationBodiesByAnnotationId { nodes { text } } documentByDocumentId { title }
      anchorsByAnnotationId { nodes { exact } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string;
}

interface GraphqlPage {
  annotations: Edges<{
    id: string;
    motivation: string;
    tags: string[];
    bodies: { text: string }[];
    document: { title: string };
    anchors: { quote: { exact: string } }[];
  }> & { pageInfo: PageInfo };
}

interface PostGraphilePage {
  allAnnotations: Nodes<{
    rowId: string;
    motivation: string;
    tags: string[];
    annotationBodiesByAnnotationId: Nodes<{ text: string }>;
    documentByDocumentId: { title: string };
    anchorsByAnnotationId: Nodes<{ exact: string }>;
  }> & { pageInfo: PageInfo };
}

/** The newest annotations of the whole store. */
export async function firstPageQuestion(ground: Ground): Promise<Question> {
  return await pageQuestion({ id: 'first-page', name: 'The 50 newest annotations' }, [null], ground);
}

/** Pages from the middle of the list, so that not one page is asked for all the time. */
export async function deepPageQuestion(ground: Ground): Promise<Question> {
  const { database } = ground;
  const [count = 0] = await valuesOf<number>(database, 'SELECT count(*)::int AS value FROM annotation');
  const offset = Math.floor(count / 2 / 100_000) * 100_000 || Math.floor(count / 2);
  const ids = await valuesOf<string>(
    database,
    'SELECT id AS value FROM annotation ORDER BY id DESC OFFSET $1 LIMIT $2',
    [offset - 1, PAGES * STRIDE],
  );
  const places = ids.filter((_, index) => index % STRIDE === 0);
  const name = `A page of ${PAGE_SIZE} annotations at offset ${offset.toLocaleString('en')}`;
  return await pageQuestion({ id: 'deep-page', name }, places, ground);
}

async function pageQuestion(
  about: Pick<Question, 'id' | 'name'>,
  places: readonly (string | null)[],
  ground: Ground,
): Promise<Question> {
  const asked: Asked[] = [];
  for (const id of places) asked.push(await pageAsks(id, ground));
  return await readQuestion(about, asked, { scholion: ofScholion, postgraphile: ofPostGraphile }, ground);
}

/** The page after an annotation, or the first. Each server is asked by a cursor of its own. */
async function pageAsks(id: string | null, ground: Ground): Promise<Asked> {
  const after = id === null ? null : encodeCursor('NEWEST', { ordinal: 0, offset: 0, id });
  return {
    scholion: graphql(PAGE, { after }),
    postgraphile: graphql(POSTGRAPHILE_PAGE, { after: await postgraphileCursor(id, ground) }),
    limit: statement('page', [id, ground.agentId]),
  };
}

/** Made as PostGraphile makes them, and held against one that it answered. */
async function postgraphileCursor(id: string | null, { servers }: Ground): Promise<string | null> {
  if (id === null) return null;
  const ask = graphql(POSTGRAPHILE_PAGE, {});
  const { data } = await read<PostGraphilePage>(servers.postgraphile.origin, ask);
  const { nodes, pageInfo } = data.allAnnotations;
  const last = nodes.at(-1)?.rowId ?? '';
  const decoded = Buffer.from(pageInfo.endCursor, 'base64').toString();
  if (!decoded.includes(last))
    throw new BenchmarkProblem(`A cursor of PostGraphile does not hold the id of its row: ${decoded}`);
  return Buffer.from(decoded.replace(last, id)).toString('base64');
}

function ofScholion({ annotations }: GraphqlPage): unknown {
  return {
    hasNextPage: annotations.pageInfo.hasNextPage,
    annotations: nodesOf(annotations).map(({ id, motivation, tags, bodies, document, anchors }) => [
      ...[uuidOf(id), motivation, tags, bodies.map(({ text }) => text), document.title],
      anchors.map(({ quote }) => quote.exact).sort(),
    ]),
  };
}

function ofPostGraphile({ allAnnotations: { nodes, pageInfo } }: PostGraphilePage): unknown {
  return {
    hasNextPage: pageInfo.hasNextPage,
    annotations: nodes.map(({ rowId, motivation, tags, ...rest }) => [
      ...[rowId, motivation, tags, rest.annotationBodiesByAnnotationId.nodes.map(({ text }) => text)],
      rest.documentByDocumentId.title,
      rest.anchorsByAnnotationId.nodes.map(({ exact }) => exact).sort(),
    ]),
  };
}
