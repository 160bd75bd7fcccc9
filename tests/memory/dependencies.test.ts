import { expect, it } from 'vitest';
import { dependenciesOf } from '../../src/memory/dependencies.ts';
import { EventKind } from '../../src/store/generated/enums.ts';

it('Every kind of event changes something beside the store as a whole', () => {
  for (const kind of Object.values(EventKind)) {
    const change = { kind, documentId: 'd', annotationId: null, citationId: null };
    expect(dependenciesOf(change).filter((on) => on !== 'store')).not.toEqual([]);
  }
});

it('What an event says of a document changes what is in it, and what is in all', () => {
  expect(
    dependenciesOf({ kind: 'ANNOTATION_EDITED', documentId: 'd', annotationId: 'a', citationId: null }),
  ).toEqual(['store', 'annotations', 'annotations:d', 'annotation:a']);
  expect(
    dependenciesOf({ kind: 'ENTITY_SAVED', documentId: null, annotationId: null, citationId: null }),
  ).toEqual(['store', 'entities']);
});
