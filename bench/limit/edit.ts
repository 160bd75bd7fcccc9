import { newId } from '../../src/store/new-id.ts';
import type { Prepared } from './statement.ts';

/** What an annotation with one textual body is to say. */
export interface Edit {
  agentId: string;
  documentId: string;
  annotationId: string;
  bodyId: string;
  /** Before the edit. */
  version: number;
  text: string;
  /** What it says afterwards, as its event keeps it. */
  state: object;
}

/** Changes an annotation's body, with the event of that. */
export const edit: Prepared = {
  name: 'edit',
  text: `
WITH edited AS (
  UPDATE annotation SET version = version + 1, updated_at = $3::timestamptz
  WHERE id = $1::uuid AND version = $2 RETURNING id
), body AS (
  UPDATE annotation_body SET text = $5 WHERE id = $4::uuid AND annotation_id IN (SELECT id FROM edited)
), happened AS (
  INSERT INTO event (id, kind, occurred_at, agent_id, document_id, annotation_id, state)
  SELECT $6::uuid, 'ANNOTATION_EDITED', $3::timestamptz, $7::uuid, $8::uuid, id, $9::jsonb FROM edited
)
SELECT '{"data":{"edited":' || count(*) || '}}' AS answer FROM edited`,
};

/** In the order of the statement's parameters. */
export function valuesOfEdit({
  agentId,
  documentId,
  annotationId,
  bodyId,
  version,
  text,
  state,
}: Edit): unknown[] {
  return [
    annotationId,
    version,
    new Date(),
    bodyId,
    text,
    newId(),
    agentId,
    documentId,
    JSON.stringify(state),
  ];
}
