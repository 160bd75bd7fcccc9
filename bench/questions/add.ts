import { decodeGlobalId } from '../../schema/global-id.ts';
import type { Ask } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';
import { createRandom } from '../random.ts';
import { eachSide, type Question, type Sides } from '../rounds.ts';
import { MARGIN } from '../texts.ts';
import { type MadeAddition, makeAdditions } from './additions.ts';
import { read, toBody, withBegin } from './ask.ts';
import type { Ground } from './ground.ts';
import { creation, rowsOf } from './rows.ts';
import { countAnnotations, writtenFor } from './written.ts';

/** How many different annotations are added in turn. */
const VARIETY = 128;

const MUTATION = `mutation Add($input: AddAnnotationInput!) {
  addAnnotation(input: $input) {
    __typename ... on AddAnnotationPayload { annotation { id } } ... on Error { message }
  }
}`;

interface GraphqlAdded {
  addAnnotation: { __typename: string; message?: string; annotation?: { id: string } };
}

interface PostGraphileAdded {
  annotation0: { annotation: { rowId: string } };
}

/** How each server is asked to add an annotation; PostGraphile with other ids every time. */
export function additionAsks({ input, told }: MadeAddition): Omit<Sides<Ask>, 'cold'> {
  return {
    scholion: { path: '/graphql', body: toBody({ query: MUTATION, variables: { input } }) },
    postgraphile: { path: '/graphql', body: () => toBody(creation([rowsOf(told)])) },
    limit: { path: '/add', body: toBody(told) },
  };
}

/** How a right answer to adding an annotation begins. */
export const ADDED = {
  scholion: '{"data":{"addAnnotation":{"__typename":"AddAnnotationPayload","annotation":{"id":"',
  postgraphile: '{"data":{"annotation0":{"annotation":{"rowId":"',
  limit: '{"data":{"addAnnotation":{"__typename":"AddAnnotationPayload","annotation":{"id":"',
};

/**
 * Adding an annotation, by turns by quote and by a range of a block.
 * @throws BenchmarkProblem when the servers write different rows.
 */
export async function addQuestion(ground: Ground): Promise<Question> {
  const { servers, database, agentId } = ground;
  const margin = await ground.readText(MARGIN.slug);
  const made = makeAdditions(margin, VARIETY, { random: createRandom(3), agentId, ways: ['quote', 'block'] });
  const asks = made.map(additionAsks);
  // The first of either kind is added by every server, to look at the rows.
  for (const one of asks.slice(0, 2)) await requireSameWritten(ground, one);
  const before = await countAnnotations(database, margin.documentId);
  return {
    id: 'add',
    name: '`addAnnotation`',
    exchanges: await eachSide(servers, async (side) => {
      const asked = side === 'cold' ? 'scholion' : side;
      return asks.map((ask) => withBegin(ask[asked], ADDED[asked]));
    }),
    conclude: async (requests) => {
      const expected = Object.values(requests).reduce((sum, one) => sum + one, 0);
      const added = (await countAnnotations(database, margin.documentId)) - before;
      if (added !== expected)
        throw new BenchmarkProblem(`${expected} annotations were added, but ${added} are there.`);
    },
  };
}

async function requireSameWritten(
  { servers, database }: Ground,
  ask: Omit<Sides<Ask>, 'cold'>,
): Promise<void> {
  const scholion = (await read<GraphqlAdded>(servers.scholion.origin, ask.scholion)).data.addAnnotation;
  const limit = (await read<GraphqlAdded>(servers.limit.origin, ask.limit)).data.addAnnotation;
  const postgraphile = (await read<PostGraphileAdded>(servers.postgraphile.origin, ask.postgraphile)).data;
  if (scholion.annotation === undefined || limit.annotation === undefined)
    throw new BenchmarkProblem(`An annotation was refused: ${scholion.message}`);
  const rows = await writtenFor(database, decodeGlobalId(scholion.annotation.id).id);
  const others = [
    await writtenFor(database, decodeGlobalId(limit.annotation.id).id),
    await writtenFor(database, postgraphile.annotation0.annotation.rowId),
  ];
  const different = others.find((other) => other !== rows);
  if (different !== undefined || rows === null)
    throw new BenchmarkProblem(
      `The servers write different rows for one annotation: ${rows} and ${different}.`,
    );
}
