import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src/entities/names/name-key.ts';
import { likeness } from '../../../src/entities/registry/likeness.ts';

describe('likeness', () => {
  it.each([
    ['lenin', 'lenin', 1],
    ['lenin', 'lenin peak', 0.92],
    ['lenin', 'leningrad', 0.8722],
    ['lenin', 'vladimir lenin', 0.8143],
    ['lenin', 'city of leningrad', 0.7618],
    ['lenim', 'lenin', 0.568],
    ['lnein', 'lenin', 0.568],
    ['khrushchev nikita', 'nikita khrushchev', 0.7],
    ['泽东', '毛泽东', 0.8267],
    ['enin', 'lenin', 0.527],
    ['nin', 'lenin', null],
    ['lenin', 'stalin', null],
    ['mao', 'may', null],
    ['', 'lenin', null],
  ])('of %s and %s', (sought, name, score) => {
    expect(likeness(sought, name)).toBe(score);
  });

  it('is 1 of the very name only, and of others between 0 and 1', () => {
    const name = fc.oneof(fc.string(), fc.stringMatching(/^[a-d ]{1,12}$/)).map(nameKey);
    fc.assert(
      fc.property(name, name, (sought, other) => {
        const score = likeness(sought, other);
        if (score === null) return;
        expect(score === 1).toBe(sought === other);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds a name of letters with any one of them wrong, left out, put in or exchanged', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-m]{6,12}$/),
        fc.nat(4),
        fc.constantFrom('wrong', 'left out', 'put in', 'exchanged'),
        (name, at, fault) => {
          const [before, letter, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
          const written = {
            wrong: `${before}z${after}`,
            'left out': before + after,
            'put in': `${before}z${letter}${after}`,
            exchanged: before + (after[0] ?? '') + letter + after.slice(1),
          }[fault];
          expect(likeness(written, name)).not.toBeNull();
        },
      ),
    );
  });
});
