import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTokens } from '../../../src/anchors/alignment/match-tokens.ts';

function pairsOf(left: number[], right: number[]): [number, number][] {
  const span = (kinds: number[]) => ({
    kinds: Int32Array.from(kinds),
    weights: new Int32Array(kinds.length).fill(1),
    start: 0,
    end: kinds.length,
  });
  const pairs: [number, number][] = [];
  matchTokens(span(left), span(right), (a, b) => pairs.push([a, b]));
  return pairs.sort((a, b) => a[0] - b[0]);
}

describe('matching tokens', () => {
  it('pairs equal tokens in order, each once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { maxLength: 40 }),
        fc.array(fc.nat(6), { maxLength: 40 }),
        (left, right) => {
          const pairs = pairsOf(left, right);
          for (const [index, [a, b]] of pairs.entries()) {
            expect(left[a]).toBe(right[b]);
            const next = pairs[index + 1];
            if (next !== undefined) expect(next[0] > a && next[1] > b).toBe(true);
          }
        },
      ),
    );
  });

  it('pairs everything when nothing changed', () => {
    const same = Array.from({ length: 2_000 }, (_, index) => index % 7);
    expect(pairsOf(same, same)).toHaveLength(2_000);
  });

  it('cuts long sequences where they agree, and loses nothing by it', () => {
    const left = Array.from({ length: 3_000 }, (_, index) => index);
    const right = left.flatMap((kind) =>
      kind % 10 === 0 ? [10_000 + kind, kind] : kind % 10 === 5 ? [] : [kind],
    );
    expect(pairsOf(left, right)).toHaveLength(2_700);
  });

  it('takes long sequences of few kinds, in which nothing comes once', () => {
    const left = Array.from({ length: 5_000 }, (_, index) => (index * index) % 5);
    const right = Array.from({ length: 5_000 }, (_, index) => (index * index * index) % 5);
    expect(pairsOf(left, right).length).toBeGreaterThan(500);
  });
});
