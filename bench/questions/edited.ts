import { decodeGlobalId, encodeGlobalId } from '../../schema/global-id.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Edit } from '../limit/edit.ts';
import type { Ask, Exchange } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';
import { createRandom } from '../random.ts';
import { eachSide, type Question, type Side } from '../rounds.ts';
import { DRAFT } from '../texts.ts';
import { additionAsks } from './add.ts';
import { makeAdditions } from './additions.ts';
import {
  articleAsks,
  articleOfPostGraphile,
  articleOfScholion,
  type GraphqlArticle,
  type PostGraphileArticle,
} from './article.ts';
import { graphql, read, toBody, withLength } from './ask.ts';
import { type Ground, valuesOf } from './ground.ts';

const EDIT = `mutation Edit($input: EditAnnotationInput!) {
  editAnnotation(input: $input) { __typename ... on EditAnnotationPayload { annotation { version } } }
}`;

const POSTGRAPHILE_EDIT = `mutation Edit($id: UUID!, $annotation: AnnotationPatch!, $bodyId: UUID!, $body: AnnotationBodyPatch!, $event: EventInput!) {
  updateAnnotationByRowId(input: { rowId: $id, annotationPatch: $annotation }) { annotation { version } }
  updateAnnotationBodyByRowId(input: { rowId: $bodyId, annotationBodyPatch: $body }) { clientMutationId }
  createEvent(input: { event: $event }) { clientMutationId }
}`;

interface GraphqlAdded {
  addAnnotation: { annotation: { id: string } };
}

/**
 * The article, from one connection, when between any two reads one of its annotations got other words, through the very
 * server that is read. The words are as long every time, and every answer must have the latest.
 */
export async function editedQuestion(ground: Ground): Promise<Question> {
  const { servers, database, agentId } = ground;
  const draft = await ground.readText(DRAFT.slug);
  const [made] = makeAdditions(draft, 1, { random: createRandom(7), agentId, ways: ['block'] });
  if (made === undefined) throw new RangeError('Nothing to add was made');
  const added = await read<GraphqlAdded>(servers.scholion.origin, additionAsks(made).scholion);
  const annotationId = decodeGlobalId(added.data.addAnnotation.annotation.id).id;
  let version = 1;
  const wordsNow = (): string => `In its version ${String(version).padStart(9, '0')}.`;
  const edit = async (side: Side): Promise<void> => {
    const before = version;
    version += 1;
    const { motivation, tags, documentId } = made.told;
    const text = wordsNow();
    const body = { kind: 'TEXTUAL', text, format: 'MARKDOWN', language: null, purpose: null };
    const state = { version, motivation, bodies: [body], tags, visibility: 'PUBLIC' };
    // Scholion writes the bodies of an annotation anew; the others change the row that is there.
    const [bodyId = ''] = await valuesOf<string>(
      database,
      'SELECT id AS value FROM annotation_body WHERE annotation_id = $1',
      [annotationId],
    );
    const asked: Edit = { agentId, documentId, annotationId, bodyId, version: before, text, state };
    await read(servers[side]?.origin ?? '', editAsk(side, asked));
  };
  const asks = articleAsks(DRAFT.slug, ground);
  const lengths = new Map<Side, number>();
  const exchanges = await eachSide<Exchange[]>(servers, async (side) => {
    await edit(side);
    const ask = asks[side === 'cold' ? 'scholion' : side];
    const { data, length } = await read<GraphqlArticle | PostGraphileArticle>(
      servers[side]?.origin ?? '',
      ask,
    );
    const article = 'document' in data ? articleOfScholion(data) : articleOfPostGraphile(data);
    const said = article?.annotations.find(({ id }) => id === annotationId);
    if (article?.annotations.length !== DRAFT.annotations + 1 || said?.bodies[0] !== wordsNow())
      throw new BenchmarkProblem(
        `The answer of ${side} has not what was just written: ${JSON.stringify(said)}.`,
      );
    lengths.set(side, length);
    const exchange = withLength(ask, length);
    return [
      {
        ...exchange,
        whole: true,
        accepts: (answer) => exchange.accepts(answer) && answer.begin.includes(wordsNow()),
      },
    ];
  });
  const one = await eachSide(servers, async () => 1);
  return {
    id: 'edited',
    name: 'The article, an annotation written between reads',
    exchanges,
    connections: one,
    before: await eachSide(servers, async (side) => async () => await edit(side)),
    by: 'p50',
  };
}

function editAsk(side: Side, asked: Edit): Ask {
  const { agentId, documentId, annotationId, bodyId, version, text, state } = asked;
  if (side === 'limit') return { path: '/edit', body: toBody(asked) };
  if (side !== 'postgraphile')
    return graphql(EDIT, {
      input: { id: encodeGlobalId('Annotation', annotationId), version, bodies: [{ text: { text } }] },
    });
  const now = new Date().toISOString();
  const event = {
    rowId: newId(),
    kind: 'ANNOTATION_EDITED',
    occurredAt: now,
    agentId,
    documentId,
    annotationId,
  };
  return graphql(POSTGRAPHILE_EDIT, {
    id: annotationId,
    annotation: { version: version + 1, updatedAt: now },
    bodyId,
    body: { text },
    event: { ...event, state },
  });
}
