import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/entities/linking/find-names.ts';
import { Lexicon, type LexiconEntry } from '../../../src/entities/linking/lexicon.ts';
import { entity, found, lenin, stalin } from './registry.ts';

describe('a lexicon with changes', () => {
  const text = 'Stalin, Lenin and Koba';
  const before = Lexicon.from([stalin, lenin]);

  it('finds what an entity is called now, and no more what it was called', () => {
    const after = before.with([
      { entityId: 'Joseph Stalin', entry: entity('PERSON', 'Joseph Stalin', 'Koba') },
    ]);
    expect(found(after, text)).toEqual(['Lenin: Vladimir Lenin', 'Koba: Joseph Stalin']);
    expect(after.size).toBe(lenin.names.length + 2);
  });

  it('leaves the one before as it was', () => {
    before.with([{ entityId: 'Joseph Stalin', entry: null }]);
    expect(found(before, text)).toEqual(['Stalin: Joseph Stalin', 'Lenin: Vladimir Lenin']);
    expect(before.size).toBe(stalin.names.length + lenin.names.length);
  });

  it('is the same without changes', () => {
    expect(before.with([])).toBe(before);
  });

  it('takes entities out, adds others, and takes them back', () => {
    const without = before.with([{ entityId: 'Joseph Stalin', entry: null }]);
    expect(found(without, text)).toEqual(['Lenin: Vladimir Lenin']);
    expect(found(without.with([{ entityId: 'Joseph Stalin', entry: stalin }]), text)).toHaveLength(2);
    const none = without.with([{ entityId: 'Vladimir Lenin', entry: { ...lenin, names: [] } }]);
    expect([none.size, found(none, text)]).toEqual([0, []]);
  });
});

it('finds as one that is built anew, whatever the changes, in few parts', () => {
  const words = ['Ada', 'Bob', 'Cid', 'Dan'];
  const names = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(' '));
  const ids = Array.from({ length: 12 }, (_, index) => `e${index}`);
  const change = fc.record({
    entityId: fc.constantFrom(...ids),
    names: fc.array(names, { maxLength: 3 }),
    filler: fc.constantFrom(0, 0, 0, 40, 700),
  });
  const text = fc
    .array(fc.constantFrom(...words, 'and', ','), { maxLength: 30 })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), text, (steps, read) => {
      const now = new Map<string, LexiconEntry>(fillers(0, 1_500));
      let lexicon = Lexicon.from(now.values());
      let next = 1_500;
      for (const step of steps) {
        const changes = new Map<string, LexiconEntry>();
        for (const { entityId, names: given, filler } of step) {
          const entry =
            given.length === 0 ? { ...entity('CONCEPT'), names: [] } : entity('CONCEPT', ...given);
          changes.set(entityId, { ...entry, entityId });
          for (const [id, one] of fillers(next, filler)) changes.set(id, one);
          next += filler;
        }
        for (const [id, entry] of changes) now.set(id, entry);
        lexicon = lexicon.with(
          [...changes].map(([entityId, entry]) => ({
            entityId,
            entry: entry.names.length === 0 ? null : entry,
          })),
        );
      }
      const fresh = Lexicon.from(now.values());
      expect(lexicon.size).toBe(fresh.size);
      expect(lexicon.parts.length).toBeLessThanOrEqual(4);
      expect(normal(lexicon, read)).toEqual(normal(fresh, read));
    }),
    { numRuns: 150 },
  );
});

function fillers(from: number, count: number): [string, LexiconEntry][] {
  return Array.from({ length: count }, (_, index) => {
    const name = `Filler ${(from + index).toString(36)}`;
    return [name, entity('CONCEPT', name)];
  });
}

/** What is found, with candidates in an order of their own. */
function normal(lexicon: Lexicon, text: string) {
  return findNames(lexicon, text, 'en').map((stretch) => ({
    ...stretch,
    candidates: [...stretch.candidates].sort((a, b) => (a.entityId < b.entityId ? -1 : 1)),
  }));
}
