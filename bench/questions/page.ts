import { isDeepStrictEqual } from 'node:util';
import { localPrincipal } from '../../src/access/principal.ts';
import { encodeCursor } from '../../src/annotations/cursor.ts';
import { type AnnotationKey, listAnnotations } from '../../src/annotations/list.ts';
import type { Scholion } from '../../src/scholion.ts';
import type { RevisionText } from '../../src/text/revision-text.ts';
import type { Exchange } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';
import type { Question, Sides } from '../rounds.ts';
import type { Server } from '../servers.ts';
import { BOOK } from '../texts.ts';
import {
  ANNOTATION_FIELDS,
  type AnsweredAnnotation,
  fromGraphql,
  fromLimit,
  type GraphqlAnnotation,
} from './annotation.ts';
import { read, toBody, withLength } from './ask.ts';

const PAGE_SIZE = 50;
/** How many pages are asked for in turn, and how many annotations lie from one to the next. */
const PAGES = 16;
const STRIDE = 250;

const QUERY = `query Page($slug: String!, $after: String!) {
  document(by: { slug: $slug }) {
    annotations(first: ${PAGE_SIZE}, after: $after) {
      edges { node { ...Fields } } pageInfo { hasNextPage endCursor }
    }
  }
}
${ANNOTATION_FIELDS}`;

interface GraphqlPage {
  data: {
    document: {
      annotations: {
        edges: { node: GraphqlAnnotation }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  };
}

interface LimitPage {
  hasNextPage: boolean;
  end: AnnotationKey;
  annotations: AnsweredAnnotation[];
}

/** Places in the middle of the book after which a page is read, so that not one page is asked for all the time. */
export async function placesInBook(
  { store, localAgentId }: Scholion,
  { documentId, id, number }: RevisionText,
): Promise<AnnotationKey[]> {
  const scope = { kind: 'document', documentId, revisionId: id, number } as const;
  const first = BOOK.annotations / 2 - (PAGES / 2) * STRIDE;
  const [listed = []] = await listAnnotations(store.prisma, localPrincipal(localAgentId), [scope], {
    filter: {},
    order: 'POSITION',
    limit: first + PAGES * STRIDE,
    backward: false,
    after: null,
    before: null,
  });
  return listed.slice(first).flatMap(({ place }, index) => (index % STRIDE === 0 ? [place] : []));
}

/** A page of the book's annotations. @throws BenchmarkProblem when the two servers answer different things. */
export async function pageQuestion(
  servers: Sides<Server>,
  places: readonly AnnotationKey[],
): Promise<Question> {
  const exchanges: Sides<Exchange[]> = { scholion: [], limit: [] };
  for (const place of places) {
    const variables = { slug: BOOK.slug, after: encodeCursor('POSITION', place) };
    const ask = { path: '/graphql', body: toBody({ query: QUERY, variables }) };
    const askLimit = { path: '/page', body: toBody({ slug: BOOK.slug, ...place }) };
    const scholion = await read<GraphqlPage>(servers.scholion.origin, ask);
    const limit = await read<LimitPage>(servers.limit.origin, askLimit);
    requireSame(scholion.data, limit.data);
    exchanges.scholion.push(withLength(ask, scholion.length));
    exchanges.limit.push(withLength(askLimit, limit.length));
  }
  return { name: `A page of ${PAGE_SIZE} annotations`, exchanges };
}

function requireSame({ data }: GraphqlPage, limit: LimitPage): void {
  const { edges, pageInfo } = data.document.annotations;
  const scholion = edges.map(({ node }) => fromGraphql(node));
  const same =
    isDeepStrictEqual(scholion, limit.annotations.map(fromLimit)) &&
    isDeepStrictEqual(pageInfo, {
      hasNextPage: limit.hasNextPage,
      endCursor: encodeCursor('POSITION', limit.end),
    });
  if (same && scholion.length === PAGE_SIZE) return;
  throw new BenchmarkProblem(
    `The two servers answer different pages, of ${scholion.length} and ${limit.annotations.length} annotations, that end at ${pageInfo.endCursor} and ${encodeCursor('POSITION', limit.end)}.`,
  );
}
