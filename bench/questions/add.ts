import type pg from 'pg';
import { decodeGlobalId, encodeGlobalId } from '../../schema/global-id.ts';
import { quoteOf } from '../../src/anchors/quote.ts';
import { spanOf } from '../../src/anchors/span.ts';
import type { RevisionText, RevisionUnit } from '../../src/text/revision-text.ts';
import type { LimitAddition } from '../limit-server.ts';
import type { Exchange } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';
import { createRandom, pick, type Random } from '../random.ts';
import type { Question, Sides } from '../rounds.ts';
import type { Server } from '../servers.ts';
import { wordsOf } from '../words.ts';
import { read, toBody, withBegin } from './ask.ts';
import { countAnnotations, writtenFor } from './written.ts';

/** How many different annotations are added in turn. */
const VARIETY = 128;

const MUTATION = `mutation Add($input: AddAnnotationInput!) {
  addAnnotation(input: $input) {
    __typename ... on AddAnnotationPayload { annotation { id } } ... on Error { message }
  }
}`;

interface GraphqlAdded {
  data: { addAnnotation: { __typename: string; message?: string; annotation?: { id: string } } };
}

/**
 * Adding an annotation, by turns by quote and by a range of a block.
 * @throws BenchmarkProblem when the two servers write different rows.
 */
export async function addQuestion(
  servers: Sides<Server>,
  margin: RevisionText,
  database: pg.Client,
): Promise<Question> {
  const random = createRandom(3);
  const exchanges: Sides<Exchange[]> = { scholion: [], limit: [] };
  for (let index = 0; index < VARIETY; index += 1) {
    const { scholion, limit } = makeAddition(margin, index % 2 === 0 ? 'quote' : 'block', random);
    const begin = '{"data":{"addAnnotation":{"__typename":"AddAnnotationPayload","annotation":{"id":"';
    exchanges.scholion.push(withBegin({ path: '/graphql', body: toBody(scholion) }, begin));
    exchanges.limit.push(withBegin({ path: '/add', body: toBody(limit) }, '{"id"'));
  }
  await requireSameWritten(servers, exchanges, database);
  const before = await countAnnotations(database, margin.documentId);
  return {
    name: '`addAnnotation`',
    exchanges,
    conclude: async ({ scholion, limit }) => {
      const added = (await countAnnotations(database, margin.documentId)) - before;
      if (added !== scholion + limit)
        throw new BenchmarkProblem(`${scholion + limit} annotations were added, but ${added} are there.`);
    },
  };
}

/** The first of either kind is added by both servers, to look at the rows. */
async function requireSameWritten(
  servers: Sides<Server>,
  exchanges: Sides<Exchange[]>,
  database: pg.Client,
): Promise<void> {
  for (const [index, ask] of exchanges.scholion.slice(0, 2).entries()) {
    const askLimit = exchanges.limit[index];
    if (askLimit === undefined) throw new RangeError('The limit is asked less than this server');
    const { addAnnotation } = (await read<GraphqlAdded>(servers.scholion.origin, ask)).data.data;
    const limit = (await read<{ id: string }>(servers.limit.origin, askLimit)).data;
    const scholionId = addAnnotation.annotation?.id;
    if (scholionId === undefined)
      throw new BenchmarkProblem(`An annotation was refused: ${addAnnotation.message}`);
    const rows = await writtenFor(database, decodeGlobalId(scholionId).id);
    const limitRows = await writtenFor(database, limit.id);
    if (rows !== limitRows || rows === null)
      throw new BenchmarkProblem(
        `The two servers write different rows for one annotation: ${rows} and ${limitRows}.`,
      );
  }
}

/** The same annotation as this server and the limit are asked to add it. */
function makeAddition(
  revision: RevisionText,
  by: 'quote' | 'block',
  random: Random,
): { scholion: object; limit: LimitAddition } {
  const unit = pick(random, revision.units);
  const range = wordsOf(random, unit);
  const quote = quoteOf(revision.text, range);
  const span = spanOf(revision, range);
  const { text } = revision;
  if (span === null || (by === 'quote' && text.indexOf(quote.exact) !== text.lastIndexOf(quote.exact)))
    return makeAddition(revision, by, random);
  const { startOffset: start, endOffset: end } = span;
  const said = { motivation: 'COMMENTING', tags: ['benchmark', by], text: `A remark on “${quote.exact}”.` };
  const input = {
    document: encodeGlobalId('Document', revision.documentId),
    targets: [by === 'quote' ? { quote } : blockSelector(unit, start, end)],
    motivation: said.motivation,
    tags: said.tags,
    bodies: [{ text: { text: said.text } }],
  };
  const { documentId, id: revisionId, number } = revision;
  return {
    scholion: { query: MUTATION, variables: { input } },
    limit: { documentId, revisionId, number, unitId: unit.id, start, end, quote, ...said },
  };
}

function blockSelector({ block }: RevisionUnit, start: number, end: number): object {
  return { block: { ref: block.ref, range: { start, end } } };
}
