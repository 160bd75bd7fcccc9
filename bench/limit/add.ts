import { newId } from '../../src/store/new-id.ts';
import { globalId, type Prepared } from './statement.ts';

/** Where an annotation goes and what it says: what a server without the service's knowledge must be told. */
export interface Addition {
  agentId: string;
  documentId: string;
  revisionId: string;
  number: number;
  unitId: string;
  /** In code points from the start of the unit. */
  start: number;
  end: number;
  quote: { exact: string; prefix: string; suffix: string };
  motivation: string;
  tags: string[];
  text: string;
}

/** What an annotation says, as its event keeps it. */
export function stateOf({ motivation, tags, text }: Addition): object {
  const body = { kind: 'TEXTUAL', text, format: 'MARKDOWN', language: null, purpose: null };
  return { version: 1, motivation, bodies: [body], tags, visibility: 'PUBLIC' };
}

/** Writes an annotation with a textual body, an anchor, its position and the event. */
export const add: Prepared = {
  name: 'add',
  text: `
WITH added AS (
  INSERT INTO annotation (id, document_id, creator_id, motivation, tags, visibility, anchored, version, created_at, updated_at)
  VALUES ($1::uuid, $2::uuid, $3::uuid, $4::motivation, $5::text[], 'PUBLIC', TRUE, 1, $6::timestamptz, $6::timestamptz)
), body AS (
  INSERT INTO annotation_body (id, annotation_id, ordinal, kind, text, format)
  VALUES ($7::uuid, $1::uuid, 0, 'TEXTUAL', $8::text, 'MARKDOWN')
), anchored AS (
  INSERT INTO anchor (id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix)
  VALUES ($9::uuid, $2::uuid, $1::uuid, 0, $10::uuid, $11::text, $12::text, $13::text)
), position AS (
  INSERT INTO anchor_position (id, anchor_id, document_id, first_revision, status, score,
    start_unit_id, start_offset, end_unit_id, end_offset, spanning)
  VALUES ($14::uuid, $9::uuid, $2::uuid, $15::int, 'EXACT', 1, $16::uuid, $17::int, $16::uuid, $18::int, FALSE)
), happened AS (
  INSERT INTO event (id, kind, occurred_at, agent_id, document_id, annotation_id, state)
  VALUES ($19::uuid, 'ANNOTATION_ADDED', $6::timestamptz, $3::uuid, $2::uuid, $1::uuid, $20::jsonb)
)
SELECT '{"data":{"addAnnotation":{"__typename":"AddAnnotationPayload","annotation":{"id":"' || ${globalId('Annotation', '$1::uuid')} || '"}}}}' AS answer`,
};

/** In the order of the statement's parameters. */
export function valuesOfAddition(given: Addition): unknown[] {
  const { agentId, documentId, revisionId, number, unitId, start, end, quote, motivation, tags, text } =
    given;
  return [
    ...[newId(), documentId, agentId, motivation, tags, new Date()],
    ...[newId(), text],
    ...[newId(), revisionId, quote.exact, quote.prefix, quote.suffix],
    ...[newId(), number, unitId, start, end],
    ...[newId(), JSON.stringify(stateOf(given))],
  ];
}

const from = (table: string, parameter: number) =>
  `json_populate_recordset(NULL::${table}, $${parameter}::json)`;

/** The same for any number of annotations. Parameters: the rows of each table, as JSON. */
export const addMany: Prepared = {
  name: 'add-many',
  text: `
WITH added AS (
  INSERT INTO annotation (id, document_id, creator_id, motivation, tags, visibility, anchored, version, created_at, updated_at)
  SELECT id, document_id, creator_id, motivation, tags, visibility, anchored, version, created_at, updated_at
  FROM ${from('annotation', 1)} RETURNING id
), body AS (
  INSERT INTO annotation_body (id, annotation_id, ordinal, kind, text, format)
  SELECT id, annotation_id, ordinal, kind, text, format FROM ${from('annotation_body', 2)}
), anchored AS (
  INSERT INTO anchor (id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix)
  SELECT id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix FROM ${from('anchor', 3)}
), position AS (
  INSERT INTO anchor_position (id, anchor_id, document_id, first_revision, status, score,
    start_unit_id, start_offset, end_unit_id, end_offset, spanning)
  SELECT id, anchor_id, document_id, first_revision, status, score, start_unit_id, start_offset, end_unit_id, end_offset,
    spanning FROM ${from('anchor_position', 4)}
), happened AS (
  INSERT INTO event (id, kind, occurred_at, agent_id, document_id, annotation_id, state)
  SELECT id, kind, occurred_at, agent_id, document_id, annotation_id, state FROM ${from('event', 5)}
)
SELECT '{"data":{"added":' || count(*) || '}}' AS answer FROM added`,
};

/** In the order of the statement's parameters. */
export function valuesOfAdditions(given: Addition[]): unknown[] {
  const now = new Date();
  const rows = given.map((one) => {
    const [annotation, anchor] = [newId(), newId()];
    const common = { document_id: one.documentId };
    const dates = { created_at: now, updated_at: now };
    return {
      annotation: {
        ...{ id: annotation, ...common, creator_id: one.agentId, motivation: one.motivation, tags: one.tags },
        ...{ visibility: 'PUBLIC', anchored: true, version: 1, ...dates },
      },
      body: {
        ...{ id: newId(), annotation_id: annotation, ordinal: 0 },
        ...{ kind: 'TEXTUAL', text: one.text, format: 'MARKDOWN' },
      },
      anchor: {
        ...{ id: anchor, ...common, annotation_id: annotation, ordinal: 0, made_on_id: one.revisionId },
        ...one.quote,
      },
      position: {
        ...{
          id: newId(),
          anchor_id: anchor,
          ...common,
          first_revision: one.number,
          status: 'EXACT',
          score: 1,
        },
        ...{ start_unit_id: one.unitId, start_offset: one.start },
        ...{ end_unit_id: one.unitId, end_offset: one.end, spanning: false },
      },
      event: {
        ...{ id: newId(), kind: 'ANNOTATION_ADDED', occurred_at: now, agent_id: one.agentId, ...common },
        ...{ annotation_id: annotation, state: stateOf(one) },
      },
    };
  });
  const tables = ['annotation', 'body', 'anchor', 'position', 'event'] as const;
  return tables.map((table) => JSON.stringify(rows.map((row) => row[table])));
}
