import { isDeepStrictEqual } from 'node:util';
import { cutIntoRuns } from '../../src/anchors/runs.ts';
import { BenchmarkProblem } from '../problem.ts';
import type { Question, Sides } from '../rounds.ts';
import type { Server } from '../servers.ts';
import { SAMPLE } from '../texts.ts';
import {
  ANNOTATION_FIELDS,
  type AnsweredAnnotation,
  fromGraphql,
  fromLimit,
  type GraphqlAnnotation,
} from './annotation.ts';
import { read, toBody, withLength } from './ask.ts';

const QUERY = `query Tree($slug: String!) {
  document(by: { slug: $slug }) { title revision { number
    blocks(first: 100) { edges { node {
      ref kind depth text range { start end } runs { text marks { ...Fields } }
    } } }
  } }
}
${ANNOTATION_FIELDS}`;

interface GraphqlTree {
  data: {
    document: {
      title: string;
      revision: { number: number; blocks: { edges: { node: GraphqlBlock }[] } };
    };
  };
}

interface Place {
  ref: string;
  kind: string;
  depth: number;
}

interface GraphqlBlock extends Place {
  text: string;
  range: { start: number; end: number };
  runs: { text: string; marks: GraphqlAnnotation[] }[];
}

/** The limit says each block's own text and marks once; offsets are code points of that text. */
interface LimitTree {
  title: string;
  number: number;
  blocks: (Place & {
    start: number;
    end: number;
    text: string | null;
    marks: { start: number; end: number; annotation: AnsweredAnnotation }[];
  })[];
}

/** What both answers come to. */
interface Tree {
  title: string;
  number: number;
  blocks: (Place & {
    start: number;
    end: number;
    text: string;
    runs: { text: string; marks: AnsweredAnnotation[] }[];
  })[];
}

/** The sample as a tree, with its annotations. @throws BenchmarkProblem when the two servers answer different things. */
export async function treeQuestion(servers: Sides<Server>): Promise<Question> {
  const ask = { path: '/graphql', body: toBody({ query: QUERY, variables: { slug: SAMPLE.slug } }) };
  const askLimit = { path: '/tree', body: toBody({ slug: SAMPLE.slug }) };
  const scholion = await read<GraphqlTree>(servers.scholion.origin, ask);
  const limit = await read<LimitTree>(servers.limit.origin, askLimit);
  requireSame(treeOf(scholion.data), treeOfLimit(limit.data));
  return {
    name: 'The whole tree, with annotations',
    exchanges: {
      scholion: [withLength(ask, scholion.length)],
      limit: [withLength(askLimit, limit.length)],
    },
  };
}

function treeOf({ data: { document } }: GraphqlTree): Tree {
  const { title, revision } = document;
  const blocks = revision.blocks.edges.map(({ node: { range, runs, ...rest } }) => ({
    ...rest,
    ...range,
    runs: runs.map(({ text, marks }) => ({ text, marks: inOrder(marks.map(fromGraphql)) })),
  }));
  return { title, number: revision.number, blocks };
}

function treeOfLimit({ title, number, blocks }: LimitTree): Tree {
  const whole = [...blocks.flatMap(({ text }) => text ?? []).join('\n\n')];
  return {
    title,
    number,
    blocks: blocks.map(({ text, marks, ...rest }) => {
      const characters = [...(text ?? '')];
      const runs = text === null ? [] : cutIntoRuns(characters.length, marks);
      return {
        ...rest,
        text: whole.slice(rest.start, rest.end).join(''),
        runs: runs.map((run) => ({
          text: characters.slice(run.start, run.end).join(''),
          // Two targets of one annotation may overlap; it lies on a run once.
          marks: inOrder([
            ...new Map(run.marks.map(({ annotation }) => [annotation.id, fromLimit(annotation)])).values(),
          ]),
        })),
      };
    }),
  };
}

function inOrder(annotations: AnsweredAnnotation[]): AnsweredAnnotation[] {
  return annotations.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function requireSame(scholion: Tree, limit: Tree): void {
  if (isDeepStrictEqual(scholion, limit) && hasWhatIsAsked(scholion)) return;
  const differing = scholion.blocks.find((block, index) => !isDeepStrictEqual(block, limit.blocks[index]));
  throw new BenchmarkProblem(
    `The two servers answer different trees, of ${scholion.blocks.length} and ${limit.blocks.length} blocks; the first block that differs is ${differing?.ref ?? 'none'}.`,
  );
}

/** Two empty answers would be the same too. */
function hasWhatIsAsked({ blocks }: Tree): boolean {
  const marks = blocks.flatMap(({ runs }) => runs.map((run) => run.marks));
  const ids = new Set(marks.flat().map(({ id }) => id));
  return ids.size === SAMPLE.annotations && marks.some((lying) => lying.length > 1);
}
