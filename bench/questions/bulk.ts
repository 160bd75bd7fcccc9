import { applyLoad, type Exchange } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';
import { createRandom } from '../random.ts';
import { eachSide, type Question } from '../rounds.ts';
import { MARGIN } from '../texts.ts';
import { ADDED, additionAsks } from './add.ts';
import { type MadeAddition, makeAdditions } from './additions.ts';
import { toBody, withBegin } from './ask.ts';
import type { Ground } from './ground.ts';
import { creation, rowsOf } from './rows.ts';
import { countAnnotations } from './written.ts';

/** How many annotations are added at once. */
const ROWS = 1_000;
/** How many of them PostGraphile is asked for in one request, where it is asked for several. */
const ALIASED = 20;
/** How long either way to ask PostGraphile is tried, in milliseconds. */
const TRIAL = 1_000;

const MUTATION = `mutation Add($input: AddAnnotationsInput!) {
  addAnnotations(input: $input) { __typename ... on AddAnnotationsPayload { results { __typename } } }
}`;

/** One way to ask for many annotations. */
interface Manner {
  name: string;
  exchanges: Exchange[];
  connections: number;
  rows: number;
}

/** Adding a thousand annotations in one call. @throws BenchmarkProblem when they are not there afterwards. */
export async function bulkQuestion(ground: Ground): Promise<Question> {
  const { servers, database, agentId } = ground;
  const margin = await ground.readText(MARGIN.slug);
  const made = makeAdditions(margin, ROWS, { random: createRandom(6), agentId, ways: ['quote', 'block'] });
  const told = made.map((one) => one.told);
  const annotations = made.map(({ input }) => input);
  const scholion: Manner = {
    name: 'one addAnnotations call at a time',
    exchanges: [
      withBegin(
        { path: '/graphql', body: toBody({ query: MUTATION, variables: { input: { annotations } } }) },
        '{"data":{"addAnnotations":{"__typename":"AddAnnotationsPayload","results":[{"__typename":"AddAnnotationPayload"}',
      ),
    ],
    connections: 1,
    rows: ROWS,
  };
  const limit: Manner = {
    name: 'one statement at a time',
    exchanges: [withBegin({ path: '/add-many', body: toBody(told) }, `{"data":{"added":${ROWS}}}`)],
    connections: 1,
    rows: ROWS,
  };
  const postgraphile = await betterOf([oneByOne(made), aliased(made)], servers.postgraphile.origin);
  const manners = { scholion, cold: scholion, postgraphile, limit };
  const before = await countAnnotations(database, margin.documentId);
  return {
    id: 'bulk',
    name: `${ROWS.toLocaleString('en')} annotations at once`,
    note: `PostGraphile: ${postgraphile.name}`,
    unit: 'annotations',
    exchanges: await eachSide(servers, async (side) => manners[side].exchanges),
    connections: await eachSide(servers, async (side) => manners[side].connections),
    rows: await eachSide(servers, async (side) => manners[side].rows),
    conclude: async (requests) => {
      const expected =
        requests.scholion * ROWS +
        (requests.cold ?? 0) * ROWS +
        requests.postgraphile * postgraphile.rows +
        requests.limit * ROWS;
      const added = (await countAnnotations(database, margin.documentId)) - before;
      if (added !== expected)
        throw new BenchmarkProblem(`${expected} annotations were added, but ${added} are there.`);
    },
  };
}

function oneByOne(made: readonly MadeAddition[]): Manner {
  const exchanges = made.map((one) => withBegin(additionAsks(one).postgraphile, ADDED.postgraphile));
  return { name: 'one annotation a request over 8 connections', exchanges, connections: 8, rows: 1 };
}

function aliased(made: readonly MadeAddition[]): Manner {
  const exchanges: Exchange[] = [];
  for (let from = 0; from < made.length; from += ALIASED) {
    const batch = made.slice(from, from + ALIASED).map(({ told }) => told);
    const body = (): Buffer => toBody(creation(batch.map(rowsOf)));
    exchanges.push(withBegin({ path: '/graphql', body }, ADDED.postgraphile));
  }
  return {
    name: `${ALIASED} annotations a request, by aliases, over 8 connections`,
    exchanges,
    connections: 8,
    rows: ALIASED,
  };
}

/** The manner in which a server adds more annotations in a second. */
async function betterOf(manners: [Manner, ...Manner[]], origin: string): Promise<Manner> {
  let [best] = manners;
  let most = 0;
  for (const manner of manners) {
    const shape = { connections: manner.connections, milliseconds: TRIAL };
    // Once to warm up.
    await applyLoad(origin, manner.exchanges, shape);
    const load = await applyLoad(origin, manner.exchanges, shape);
    if (load.errors > 0)
      throw new BenchmarkProblem(`PostGraphile refuses ${manner.name}: ${load.firstError}`);
    const rows = (load.requests * manner.rows) / load.seconds;
    if (rows > most) best = manner;
    most = Math.max(most, rows);
  }
  return best;
}
