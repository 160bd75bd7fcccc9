import { z } from 'zod';
import { InputInvalid, Problem } from '../../../problem.ts';
import { EntityKind } from '../../../store/generated/enums.ts';
import { excerpt } from '../../../text/excerpt.ts';
import { isSlug } from '../../../text/slug.ts';
import type { ReadRow, RowEntity } from '../row.ts';
import { kindOfType } from './types.ts';

/** How many UTF-16 code units of answers are read: they are one JSON value, which is held in memory as a whole. */
const ANSWER_LIMIT = 64 * 1024 * 1024;

const typeShape = z
  .string()
  .or(z.object({ id: z.string(), name: z.string().nullish() }).transform(({ id }) => id));

const candidateShape = z.object(
  {
    id: z.string({ error: '"id" must be text' }),
    name: z.string({ error: '"name" must be text' }),
    description: z.string({ error: '"description" must be text' }).nullish(),
    type: z
      .array(typeShape, { error: '"type" must be a list of types, each with an "id"' })
      .or(typeShape.transform((one) => [one]))
      .nullish(),
    match: z.boolean({ error: '"match" must be true or false' }).nullish(),
  },
  { error: 'it must be an object' },
);

type Candidate = z.infer<typeof candidateShape>;

/**
 * Reads entities from answers of a reconciliation service (W3C Reconciliation Service API 0.2): from the candidates that
 * the service is sure of, or from all.
 * @throws InputInvalid where the file is none.
 */
export async function* readReconciliation(
  chunks: AsyncIterable<string>,
  allCandidates: boolean,
): AsyncGenerator<ReadRow> {
  for (const { place, value } of candidatesIn(await readJson(chunks)))
    yield readCandidate(place, value, allCandidates);
}

async function readJson(chunks: AsyncIterable<string>): Promise<unknown> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > ANSWER_LIMIT)
      throw new InputInvalid(
        'The file has more than 64 MiB; split it, or turn it into JSON Lines, which are read line by line.',
      );
    parts.push(chunk);
  }
  try {
    return JSON.parse(parts.join(''));
  } catch {
    throw new InputInvalid('The file is not JSON; for one object a line give --format jsonl.');
  }
}

const listShape = z.array(z.unknown());
const answerShape = z.object({ result: listShape });
const answersShape = z.record(z.string(), answerShape);

function candidatesIn(value: unknown): { place: string; value: unknown }[] {
  const place = (list: readonly unknown[], query = '') =>
    list.map((one, at) => ({ place: `${query}candidate ${at + 1}`, value: one }));
  const list = listShape.safeParse(value);
  if (list.success) return place(list.data);
  const answer = answerShape.safeParse(value);
  if (answer.success) return place(answer.data.result);
  const answers = answersShape.safeParse(value);
  if (answers.success)
    return Object.entries(answers.data).flatMap(([query, { result }]) =>
      place(result, `${excerpt(query)}, `),
    );
  throw new InputInvalid(
    'The file is not what a reconciliation service answers; it must be {"result": […]}, {"q0": {"result": […]}} or a list of candidates.',
  );
}

function readCandidate(place: string, value: unknown, allCandidates: boolean): ReadRow {
  const checked = candidateShape.safeParse(value);
  if (!checked.success) {
    const label = z.object({ name: z.string() }).safeParse(value).data?.name ?? '';
    return {
      place,
      label: excerpt(label),
      refused: `Of the candidate ${checked.error.issues[0]?.message}; correct it.`,
    };
  }
  const label = excerpt(checked.data.name);
  if (checked.data.match !== true && !allCandidates) return { place, label, passedOver: true };
  try {
    return { place, label, given: toEntity(checked.data) };
  } catch (error) {
    if (error instanceof Problem) return { place, label, refused: error.message };
    throw error;
  }
}

const WIKIDATA = /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/)?(?<id>Q\d+)$/;

function toEntity({ id, name, description, type }: Candidate): RowEntity {
  const wikidata = WIKIDATA.exec(id)?.groups?.id;
  if (wikidata === undefined && !isSlug(id))
    throw new InputInvalid(
      `"${excerpt(id)}" is neither a Wikidata id such as Q35314 nor a slug such as joseph-stalin; take candidates of Wikidata or of Scholion.`,
    );
  return {
    slug: wikidata === undefined ? id : null,
    kind: kindOf(type ?? []),
    name: { text: name, language: null },
    names: [],
    description: description?.trim() ? description : null,
    authorities: wikidata === undefined ? [] : [{ scheme: 'WIKIDATA', value: wikidata }],
    startDate: null,
    endDate: null,
  };
}

function kindOf(types: readonly string[]): EntityKind {
  const kind = types.map(kindOfType).find((one) => one !== null);
  if (kind !== undefined && kind !== null) return kind;
  const kinds = Object.values(EntityKind).join(', ');
  throw new InputInvalid(
    types.length === 0
      ? `The candidate names no type; give one of ${kinds}.`
      : `None of the types ${types.map((one) => excerpt(one, 20)).join(', ')} tells a kind; put one of ${kinds} among them.`,
  );
}
