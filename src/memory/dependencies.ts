import type { EventKind } from '../store/generated/enums.ts';
import { stretchesOf } from './id-stretches.ts';

/**
 * A part of the store that changes as one. What was read of the store depends on some of them, and holds until one of
 * those changes. Of a document these are its text with its description, the annotations, the mentions and the citations
 * in it, each under its id; without an id they stand for those of all documents. `store` is everything.
 *
 * Annotations change more often than all else, so they have finer parts too:
 * - `annotation-places`: which there are, where they stand and who sees them, but not what they say;
 * - `annotations-at`: those that begin or end in a unit of text, under its id;
 * - `annotations-across`: those of a document that end in another unit than they begin in;
 * - `annotations-carried`: those of a document of which all that is known is that something became of their anchors;
 * - `annotations-in`: those whose ids are in a stretch of ids.
 */
export type Dependency =
  | 'store'
  | 'entities'
  | 'sources'
  | `${'texts' | 'annotations' | 'annotation-places' | 'annotations-carried' | 'mentions' | 'citations'}${'' | `:${string}`}`
  | `${'annotations-at' | 'annotations-across' | 'annotations-in'}:${string}`
  | `${'annotation' | 'annotation-place' | 'citation'}:${string}`;

/** What an event tells of where something changed. */
export interface Change {
  kind: EventKind;
  documentId: string | null;
  annotationId: string | null;
  citationId: string | null;
  /** The units of text in which the annotation begins or ends, or ever did; null where something became of its anchors. */
  unitIds: readonly string[] | null;
  /** Whether it ends, or ever did, in another unit than it begins in. */
  isAcross: boolean | null;
  /** Whether it is seen by others than before, or was made or removed. */
  isSeenAnew: boolean;
}

/** How many units of one annotation are told apart. */
const UNITS = 64;

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

/** Whether it is known what events of a kind change. */
export function isKnown(kind: string): boolean {
  return Object.hasOwn(partsOf, kind);
}

/** What a change touches. */
export function dependenciesOf(change: Change): Dependency[] {
  const { kind, documentId, annotationId, citationId } = change;
  const dependencies: Dependency[] = ['store'];
  for (const part of partsOf[kind]) {
    dependencies.push(part);
    if (documentId !== null && part !== 'entities' && part !== 'sources')
      dependencies.push(`${part}:${documentId}`);
    if (part === 'annotations' && documentId !== null)
      dependencies.push(...amongAnnotations(change, documentId));
  }
  if (annotationId !== null) dependencies.push(`annotation:${annotationId}`);
  if (citationId !== null) dependencies.push(`citation:${citationId}`);
  return dependencies;
}

function amongAnnotations(change: Change, documentId: string): Dependency[] {
  const { annotationId, unitIds, isAcross, isSeenAnew } = change;
  const dependencies: Dependency[] = [];
  if (annotationId !== null)
    for (const stretch of stretchesOf(annotationId)) dependencies.push(`annotations-in:${stretch}`);
  if (unitIds === null || unitIds.length > UNITS) {
    dependencies.push('annotations-carried', `annotations-carried:${documentId}`);
  } else {
    for (const unitId of unitIds) dependencies.push(`annotations-at:${unitId}`);
    if (isAcross === true) dependencies.push(`annotations-across:${documentId}`);
    if (!isSeenAnew) return dependencies;
  }
  dependencies.push('annotation-places', `annotation-places:${documentId}`);
  if (annotationId !== null) dependencies.push(`annotation-place:${annotationId}`);
  return dependencies;
}
