import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/entities/linking/proposal.ts';
import { reconcile, type StandingMention } from '../../src/mentions/linking/reconcile.ts';

const never = () => false;

const proposal = (start: number, end: number, entityId: string, confidence = 0.9): Proposal => ({
  start,
  end,
  entityId,
  confidence,
});

const mention = (start: number, end: number, entityId: string, more: object = {}): StandingMention => ({
  id: `${start}-${end}-${entityId}`,
  start,
  end,
  entityId,
  status: 'SUGGESTED',
  origin: 'LINKER',
  confidence: 0.9,
  withdrawn: false,
  ...more,
});

describe('reconcile', () => {
  it('adds what is not there, and leaves what is', () => {
    expect(reconcile([proposal(0, 5, 'a'), proposal(9, 12, 'b')], [mention(0, 5, 'a')], never)).toEqual({
      added: [proposal(9, 12, 'b')],
      changed: [],
      withdrawn: [],
    });
  });

  it('changes a confidence, brings back what was withdrawn, withdraws what it would not suggest now', () => {
    const standing = [
      mention(0, 5, 'a', { confidence: 0.4 }),
      mention(6, 8, 'b', { withdrawn: true }),
      mention(9, 12, 'c'),
    ];
    expect(reconcile([proposal(0, 5, 'a'), proposal(6, 8, 'b')], standing, never)).toEqual({
      added: [],
      changed: [
        { id: '0-5-a', confidence: 0.9, wasWithdrawn: false },
        { id: '6-8-b', confidence: 0.9, wasWithdrawn: true },
      ],
      withdrawn: ['9-12-c'],
    });
  });

  it.each([
    ['a confirmed one of it overlaps', mention(2, 9, 'a', { status: 'CONFIRMED' }), false],
    ['a rejected one of it overlaps', mention(2, 9, 'a', { status: 'REJECTED' }), false],
    ['one that a person suggested overlaps', mention(2, 9, 'a', { origin: 'PERSON' }), false],
    ['another was confirmed on the very words', mention(0, 5, 'b', { status: 'CONFIRMED' }), false],
    ['another was confirmed around the words', mention(0, 9, 'b', { status: 'CONFIRMED' }), true],
    ['another was rejected on the very words', mention(0, 5, 'b', { status: 'REJECTED' }), true],
    ['one of it stands next to the words', mention(5, 9, 'a', { status: 'CONFIRMED' }), true],
  ])('where %s', (_, standing, proposes) => {
    const { added, withdrawn } = reconcile([proposal(0, 5, 'a')], [standing], never);
    expect(added).toHaveLength(proposes ? 1 : 0);
    expect(withdrawn).toEqual([]);
  });

  it('withdraws a suggestion where somebody decided on the very words', () => {
    const rejected = mention(0, 5, 'a', { id: 'rejected', status: 'REJECTED' });
    expect(reconcile([proposal(0, 5, 'a')], [mention(0, 5, 'a'), rejected], never)).toEqual({
      added: [],
      changed: [],
      withdrawn: ['0-5-a'],
    });
  });

  it('does not propose what was rejected on words that were gone', () => {
    expect(reconcile([proposal(0, 5, 'a')], [], ({ entityId }) => entityId === 'a').added).toEqual([]);
  });

  it('touches nothing that is not a suggestion of the linker, and settles at once', () => {
    const place = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b', 'c'))
      .map(([start, length, entityId]) => ({ start, end: start + length, entityId }));
    const standing = fc.uniqueArray(
      fc.record({
        place,
        status: fc.constantFrom('SUGGESTED', 'CONFIRMED', 'REJECTED'),
        origin: fc.constantFrom('LINKER', 'PERSON', 'IMPORT'),
        withdrawn: fc.boolean(),
      }),
      { selector: ({ place }) => JSON.stringify(place) },
    );
    const proposals = fc.uniqueArray(place, { selector: (one) => JSON.stringify(one) });
    fc.assert(
      fc.property(standing, proposals, (given, places) => {
        const mentions = given.map(({ place, ...more }) =>
          mention(place.start, place.end, place.entityId, more),
        );
        const wanted = places.map(({ start, end, entityId }) => proposal(start, end, entityId));
        const { added, changed, withdrawn } = reconcile(wanted, mentions, never);
        const own = new Set(
          mentions.filter((one) => one.status === 'SUGGESTED' && one.origin === 'LINKER').map(({ id }) => id),
        );
        for (const id of [...withdrawn, ...changed.map(({ id }) => id)]) expect(own).toContain(id);
        for (const one of added)
          for (const other of mentions.filter(({ id, withdrawn }) => !own.has(id) && !withdrawn))
            if (other.entityId === one.entityId)
              expect(other.start < one.end && one.start < other.end).toBe(false);
        const after = [
          ...mentions.map((one) => ({
            ...one,
            withdrawn:
              (one.withdrawn && !changed.some(({ id }) => id === one.id)) || withdrawn.includes(one.id),
            confidence: changed.find(({ id }) => id === one.id)?.confidence ?? one.confidence,
          })),
          ...added.map(({ start, end, entityId, confidence }) =>
            mention(start, end, entityId, { confidence }),
          ),
        ];
        expect(reconcile(wanted, after, never)).toEqual({ added: [], changed: [], withdrawn: [] });
      }),
    );
  });
});
