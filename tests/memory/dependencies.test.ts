import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Change, dependenciesOf } from '../../src/memory/dependencies.ts';
import { stretchesBetween, stretchesOf } from '../../src/memory/id-stretches.ts';
import { EventKind } from '../../src/store/generated/enums.ts';

const NOTHING = { documentId: null, annotationId: null, citationId: null };
const UNKNOWN = { unitIds: null, isAcross: null, isSeenAnew: true };
const ID = '019ab3c4-d5e6-7000-8000-000000000001';
const STRETCHES = ['annotations-in:019ab3c4', 'annotations-in:019ab3', 'annotations-in:019a'];

it('Every kind of event changes something beside the store as a whole', () => {
  for (const kind of Object.values(EventKind)) {
    const change = { kind, ...NOTHING, ...UNKNOWN, documentId: 'd' };
    expect(dependenciesOf(change).filter((on) => on !== 'store')).not.toEqual([]);
  }
});

it('What an event says of a document changes what is in it, and what is in all', () => {
  expect(dependenciesOf({ kind: 'CITATION_EDITED', ...NOTHING, ...UNKNOWN, documentId: 'd' })).toEqual([
    'store',
    'citations',
    'citations:d',
  ]);
  expect(dependenciesOf({ kind: 'ENTITY_SAVED', ...NOTHING, ...UNKNOWN })).toEqual(['store', 'entities']);
});

const EDIT: Change = {
  kind: 'ANNOTATION_EDITED',
  documentId: 'd',
  annotationId: ID,
  citationId: null,
  unitIds: ['u', 'v'],
  isAcross: true,
  isSeenAnew: false,
};
const EDITED = ['store', 'annotations', 'annotations:d', ...STRETCHES];
const PLACES = ['annotation-places', 'annotation-places:d', `annotation-place:${ID}`];

it('An edit changes what an annotation says, where it stands', () => {
  const at = ['annotations-at:u', 'annotations-at:v'];
  expect(dependenciesOf(EDIT)).toEqual([...EDITED, ...at, 'annotations-across:d', `annotation:${ID}`]);
  expect(dependenciesOf({ ...EDIT, isAcross: false })).toEqual([...EDITED, ...at, `annotation:${ID}`]);
});

it('An edit that changes who sees an annotation changes which there are', () => {
  expect(dependenciesOf({ ...EDIT, unitIds: [], isAcross: false, isSeenAnew: true })).toEqual([
    ...EDITED,
    ...PLACES,
    `annotation:${ID}`,
  ]);
});

it('Where it is not known where an annotation stood, it may have been anywhere in its document', () => {
  const anywhere = ['annotations-carried', 'annotations-carried:d', ...PLACES];
  for (const unitIds of [null, Array.from({ length: 65 }, (_, index) => `u${index}`)])
    expect(dependenciesOf({ ...EDIT, unitIds })).toEqual([...EDITED, ...anywhere, `annotation:${ID}`]);
});

const idArbitrary = fc.uuid({ version: 7 });

it('An id is in one of the stretches from an id before it to one after it', () => {
  fc.assert(
    fc.property(fc.array(idArbitrary, { minLength: 3, maxLength: 3 }), (ids) => {
      const [low = '', middle = '', high = ''] = ids.toSorted();
      const stretches = stretchesBetween(low, high);
      expect(stretches === null || stretchesOf(middle).some((one) => stretches.includes(one))).toBe(true);
      expect(stretches?.length ?? 0).toBeLessThanOrEqual(16);
    }),
  );
});

it('Ids that were made in one minute are in few stretches, and those of one millennium are not told apart', () => {
  expect(stretchesBetween(ID, '019ab3c5-0000-7000-8000-000000000001')).toEqual(['019ab3c4', '019ab3c5']);
  expect(stretchesBetween(ID, '019ab4ff-0000-7000-8000-000000000001')).toEqual(['019ab3', '019ab4']);
  expect(stretchesBetween(ID, '0fffffff-0000-7000-8000-000000000001')).toBeNull();
});
