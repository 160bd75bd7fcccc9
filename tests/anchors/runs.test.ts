import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoRuns } from '../../src/anchors/runs.ts';

const LENGTH = 40;
const mark = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  .filter(({ start, end }) => start < end);

describe('cutIntoRuns', () => {
  it('covers the text without gaps, and each run has the marks that cover it, in their order', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const runs = cutIntoRuns(LENGTH, marks);
        expect(runs[0]?.start).toBe(0);
        expect(runs.at(-1)?.end).toBe(LENGTH);
        runs.forEach((run, index) => {
          expect(run.start).toBeLessThan(run.end);
          if (index > 0) expect(run.start).toBe(runs[index - 1]?.end);
          expect(run.marks).toEqual(marks.filter(({ start, end }) => start <= run.start && end >= run.end));
        });
      }),
    );
  });

  it('cuts only where a mark begins or ends', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const ends = new Set([0, LENGTH, ...marks.flatMap(({ start, end }) => [start, end])]);
        expect(cutIntoRuns(LENGTH, marks)).toHaveLength(ends.size - 1);
      }),
    );
  });
});
