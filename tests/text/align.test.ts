import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignUnits } from '../../src/text/align.ts';
import { longestCommonSubsequence } from '../../src/text/common-subsequence.ts';

function commonLength(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const text of left) {
    const next = [0];
    for (const [index, other] of right.entries()) {
      next.push(text === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

function matched(aligned: readonly (number | null)[]): number[] {
  return aligned.filter((index) => index !== null);
}

function numbered(count: number, name: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => name(index));
}

describe('small texts', () => {
  test.each([
    ['an equal paragraph stays its own', ['a', 'b', 'a'], ['a', 'x', 'b', 'a'], [0, null, 1, 2]],
    ['two equal ones stay two', ['a', 'a'], ['a', 'a'], [0, 1]],
    ['one of two equal ones goes', ['a', 'b', 'a', 'c'], ['b', 'a', 'c'], [1, 2, 3]],
    ['a moved one is found', ['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'], [1, 2, 3, 0]],
    ['moved equal ones are not guessed at', ['a', 'a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'], [2, 3, 4, null]],
    ['an edited one is new', ['a', 'b', 'c'], ['a', 'B', 'c'], [0, null, 2]],
    ['everything is new', [], ['a'], [null]],
    ['everything is gone', ['a'], [], []],
  ])('%s', (_name, before, after, aligned) => {
    expect(alignUnits(before, after)).toEqual(aligned);
  });
});

const texts = fc.array(
  fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 20 }).map(String)),
  { maxLength: 30 },
);

describe('any two revisions', () => {
  test('no index is used twice, and matched texts are equal', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const aligned = alignUnits(before, after);
        expect(aligned).toHaveLength(after.length);
        expect(new Set(matched(aligned)).size).toBe(matched(aligned).length);
        for (const [index, origin] of aligned.entries()) {
          if (origin !== null) expect(before[origin]).toBe(after[index]);
        }
      }),
    );
  });

  test('as many are matched as a naive longest common subsequence has, and moved ones besides', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(texts, few), fc.oneof(texts, few), (before, after) => {
        const length = commonLength(before, after);
        expect(longestCommonSubsequence(before, after)).toHaveLength(length);
        expect(matched(alignUnits(before, after)).length).toBeGreaterThanOrEqual(length);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is left over once on both sides is matched', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const aligned = alignUnits(before, after);
        const left = before.filter((_, index) => !aligned.includes(index));
        const right = after.filter((_, index) => aligned[index] === null);
        for (const text of left) {
          const times = right.filter((other) => other === text).length;
          const isSole = left.filter((other) => other === text).length === 1;
          expect(isSole && times === 1).toBe(false);
        }
      }),
    );
  });

  test('a revision is aligned with itself one to one', () => {
    fc.assert(
      fc.property(texts, (before) => {
        expect(alignUnits(before, [...before])).toEqual(before.map((_, index) => index));
      }),
    );
  });

  test('texts put in or taken out leave the others matched', () => {
    const steps = fc.array(fc.constantFrom('keep', 'insert', 'delete'), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (edit) => {
        const before: string[] = [];
        const after: string[] = [];
        const expected: (number | null)[] = [];
        for (const [index, step] of edit.entries()) {
          if (step !== 'delete') expected.push(step === 'keep' ? before.length : null);
          if (step !== 'insert') before.push(step === 'keep' ? `kept ${index}` : 'gone');
          if (step !== 'delete') after.push(step === 'keep' ? `kept ${index}` : 'new');
        }
        expect(alignUnits(before, after)).toEqual(expected);
      }),
    );
  });
});

describe('when only some pairs are tried', () => {
  test('the pairs are still a common subsequence', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(40), (left, right, pairLimit) => {
        const pairs = longestCommonSubsequence(left, right, pairLimit);
        for (const [index, [a, b]] of pairs.entries()) {
          const [previousA, previousB] = pairs[index - 1] ?? [-1, -1];
          expect(left[a]).toBe(right[b]);
          expect(a > previousA && b > previousB).toBe(true);
        }
      }),
    );
  });
});

describe('20,000 texts', () => {
  const size = 20_000;

  test('all different', () => {
    const aligned = alignUnits(
      numbered(size, (index) => `old ${index}`),
      numbered(size, (index) => `new ${index}`),
    );
    expect(matched(aligned)).toEqual([]);
  });

  test('all equal, against half as many', () => {
    const equal = numbered(size, () => 'same');
    const half = equal.slice(size / 2);
    expect(matched(alignUnits(equal, half))).toHaveLength(size / 2);
    expect(matched(alignUnits(half, equal))).toHaveLength(size / 2);
    expect(matched(alignUnits(['x', ...equal, 'y'], ['z', ...half, 'w']))).toHaveLength(size / 2);
  });

  test('back to front', () => {
    const before = numbered(size, String);
    const after = before.toReversed();
    expect(alignUnits(before, after)).toEqual(before.map((_, index) => size - 1 - index));
  });

  test('of two kinds in no order', () => {
    let state = 1;
    const next = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state % 2 === 0 ? 'a' : 'b';
    };
    const before = numbered(size, next);
    const after = numbered(size, next);
    // Two random sequences of two kinds have some 0.81 of their length in common.
    expect(matched(alignUnits(before, after)).length).toBeGreaterThan(size * 0.7);
  });

  test('with one put in at the start of very many equal ones', () => {
    const before = [
      'first',
      ...numbered(size, (index) => (index % 7 === 0 ? `own ${index}` : 'same')),
      'last',
    ];
    const after = ['new', ...before.slice(1, -1), 'end'];
    expect(alignUnits(before, after)).toEqual(
      after.map((_, index) => (index === 0 || index === size + 1 ? null : index)),
    );
  });
});
