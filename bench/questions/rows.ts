import { newId } from '../../src/store/new-id.ts';
import { type Addition, stateOf } from '../limit/add.ts';

/** What PostGraphile is to create for an annotation: a row of each table. */
export interface AdditionRows {
  annotation: object;
  body: object;
  anchor: object;
  position: object;
  event: object;
}

/** The rows of an annotation with ids of their own, as PostGraphile takes them. */
export function rowsOf(given: Addition): AdditionRows {
  const { agentId, documentId, revisionId, number, unitId, start, end, quote, motivation, tags, text } =
    given;
  const [annotationId, anchorId] = [newId(), newId()];
  const now = new Date().toISOString();
  return {
    annotation: {
      ...{ rowId: annotationId, documentId, creatorId: agentId, motivation, tags, visibility: 'PUBLIC' },
      ...{ anchored: true, version: 1, createdAt: now, updatedAt: now },
    },
    body: { rowId: newId(), annotationId, ordinal: 0, kind: 'TEXTUAL', text, format: 'MARKDOWN' },
    anchor: { rowId: anchorId, documentId, annotationId, ordinal: 0, madeOnId: revisionId, ...quote },
    position: {
      ...{ rowId: newId(), anchorId, documentId, firstRevision: number, status: 'EXACT', score: 1 },
      ...{ startUnitId: unitId, startOffset: start, endUnitId: unitId, endOffset: end, spanning: false },
    },
    event: {
      ...{ rowId: newId(), kind: 'ANNOTATION_ADDED', occurredAt: now, agentId, documentId, annotationId },
      state: stateOf(given),
    },
  };
}

const PARTS: [part: keyof AdditionRows, type: string, field: string][] = [
  ['annotation', 'AnnotationInput', 'annotation'],
  ['body', 'AnnotationBodyInput', 'annotationBody'],
  ['anchor', 'AnchorInput', 'anchor'],
  ['position', 'AnchorPositionInput', 'anchorPosition'],
  ['event', 'EventInput', 'event'],
];

/** A request of PostGraphile that creates the rows of annotations, five mutations for each. */
export function creation(rows: readonly AdditionRows[]): { query: string; variables: object } {
  const variables: Record<string, object> = {};
  const declared: string[] = [];
  const mutations: string[] = [];
  for (const [index, row] of rows.entries())
    for (const [part, type, field] of PARTS) {
      const name = `${part}${index}`;
      variables[name] = row[part];
      declared.push(`$${name}: ${type}!`);
      const create = `create${field.charAt(0).toUpperCase()}${field.slice(1)}`;
      const answered = part === 'annotation' ? 'annotation { rowId }' : 'clientMutationId';
      mutations.push(`${name}: ${create}(input: { ${field}: $${name} }) { ${answered} }`);
    }
  return { query: `mutation Create(${declared.join(', ')}) { ${mutations.join(' ')} }`, variables };
}
