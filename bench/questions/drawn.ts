import { cutIntoRuns } from '../../src/anchors/runs.ts';
import type { Question } from '../rounds.ts';
import { SAMPLE } from '../texts.ts';
import {
  type Article,
  articleOfPostGraphile,
  articleOfScholion,
  type GraphqlArticle,
  POSTGRAPHILE_ARTICLE,
  type PostGraphileArticle,
} from './article.ts';
import { graphql, readQuestion, statement } from './ask.ts';
import type { Ground } from './ground.ts';
import { byId, type Edges, type GraphqlAnnotation, nodesOf, saidByScholion } from './information.ts';

const DRAWN = `query Drawn($slug: String!) {
  document(by: { slug: $slug }) { title revision { number
    blocks(first: 100) { edges { node { ref kind depth runs(kinds: [ANNOTATION]) { text marks { ...Fields } } } } }
  } }
}
fragment Fields on Annotation {
  id motivation tags bodies { ... on TextualBody { text } } anchors { range { start end } }
}`;

interface GraphqlDrawn {
  document: {
    title: string;
    revision: {
      number: number;
      blocks: Edges<{
        ref: string;
        kind: string;
        depth: number;
        runs: { text: string; marks: GraphqlAnnotation[] }[];
      }>;
    };
  };
}

/**
 * The sample cut into runs, as it is drawn, each with the annotations on it. The others answer it uncut, as of the first
 * question; cutting is left to whoever asks.
 */
export async function drawnQuestion(ground: Ground): Promise<Question> {
  const asked = {
    scholion: graphql(DRAWN, { slug: SAMPLE.slug }),
    postgraphile: graphql(POSTGRAPHILE_ARTICLE, { slug: SAMPLE.slug }),
    limit: statement('article', [SAMPLE.slug, ground.agentId]),
  };
  return await readQuestion(
    { id: 'drawn', name: 'The article cut into runs' },
    [asked],
    {
      scholion: runsOfDrawn,
      postgraphile: (data: PostGraphileArticle) => runsOf(articleOfPostGraphile(data)),
      limit: (data: GraphqlArticle) => runsOf(articleOfScholion(data)),
    },
    ground,
  );
}

/** Of each run its text and the ids of what lies on it, and what all of that says. */
function runsOfDrawn({ document }: GraphqlDrawn): unknown {
  const blocks = nodesOf(document.revision.blocks);
  return {
    title: document.title,
    number: document.revision.number,
    blocks: blocks.map(({ ref, kind, depth, runs }) => ({
      ref,
      kind,
      depth,
      runs: runs.map(({ text, marks }) => [text, ...byId(marks.map(saidByScholion)).map(({ id }) => id)]),
    })),
    annotations: byId(blocks.flatMap(({ runs }) => runs.flatMap(({ marks }) => marks.map(saidByScholion)))),
  };
}

/** Cuts an article that was answered uncut, as whoever draws it would have to. */
function runsOf(article: Article | null): unknown {
  if (article === null) return null;
  const { title, number, blocks, annotations } = article;
  let next = 0;
  return {
    title,
    number,
    annotations,
    blocks: blocks.map(([ref, kind, depth, text]) => {
      const characters = [...text];
      if (characters.length === 0) return { ref, kind, depth, runs: [] };
      // Between the texts of blocks there is a blank line.
      const start = next;
      next += characters.length + 2;
      const marks = annotations.flatMap(({ id, ranges }) =>
        ranges
          .filter((range) => range[0] < start + characters.length && range[1] > start)
          .map((range) => ({
            id,
            start: Math.max(0, range[0] - start),
            end: Math.min(characters.length, range[1] - start),
          })),
      );
      const runs = cutIntoRuns(characters.length, marks).map((run) => [
        characters.slice(run.start, run.end).join(''),
        ...[...new Set(run.marks.map(({ id }) => id))].sort(),
      ]);
      return { ref, kind, depth, runs };
    }),
  };
}
