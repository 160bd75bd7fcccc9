import type { EventKind } from '../store/generated/enums.ts';

/**
 * A part of the store that changes as one. What was read of the store depends on some of them, and holds until one of
 * those changes. Of a document these are its text with its description, the annotations, the mentions and the citations
 * in it, each under its id; without an id they stand for those of all documents. `store` is everything.
 */
export type Dependency =
  | 'store'
  | 'entities'
  | 'sources'
  | `${'texts' | 'annotations' | 'mentions' | 'citations'}${'' | `:${string}`}`
  | `annotation:${string}`
  | `citation:${string}`;

/** What an event tells of where something changed. */
export interface Change {
  kind: EventKind;
  documentId: string | null;
  annotationId: string | null;
  citationId: string | null;
}

type Part = 'texts' | 'annotations' | 'mentions' | 'citations' | 'entities' | 'sources';

/** The parts that an event of each kind changes. A new revision carries all that points into the text. */
const partsOf: Record<EventKind, readonly Part[]> = {
  DOCUMENT_IMPORTED: ['texts', 'annotations', 'mentions', 'citations'],
  DOCUMENT_DESCRIBED: ['texts'],
  REVISION_PUBLISHED: ['texts', 'annotations', 'mentions', 'citations'],
  ANNOTATION_ADDED: ['annotations'],
  ANNOTATION_EDITED: ['annotations'],
  ANNOTATION_DELETED: ['annotations'],
  ANNOTATION_RESTORED: ['annotations'],
  ANCHORS_CARRIED: ['annotations', 'mentions', 'citations'],
  ANNOTATION_REANCHORED: ['annotations'],
  ANCHOR_CHANGE_UNDONE: ['annotations'],
  ENTITY_SAVED: ['entities'],
  ENTITIES_MERGED: ['entities'],
  MERGE_UNDONE: ['entities'],
  DOCUMENT_LINKED: ['mentions'],
  MENTION_ADDED: ['mentions'],
  MENTION_REVIEWED: ['mentions'],
  SOURCE_SAVED: ['sources'],
  SOURCE_DELETED: ['sources'],
  SOURCES_MERGED: ['sources'],
  SOURCE_MERGE_UNDONE: ['sources'],
  CITATION_ADDED: ['citations'],
  CITATION_EDITED: ['citations'],
  CITATION_DELETED: ['citations'],
  CITATION_RESTORED: ['citations'],
};

/** What a change touches. */
export function dependenciesOf({ kind, documentId, annotationId, citationId }: Change): Dependency[] {
  const dependencies: Dependency[] = ['store'];
  for (const part of partsOf[kind]) {
    dependencies.push(part);
    if (documentId !== null && part !== 'entities' && part !== 'sources')
      dependencies.push(`${part}:${documentId}`);
  }
  if (annotationId !== null) dependencies.push(`annotation:${annotationId}`);
  if (citationId !== null) dependencies.push(`citation:${citationId}`);
  return dependencies;
}
