import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf, spanOf, stillAdjacent, unitIdsOf } from '../../src/anchors/span.ts';
import { revisionOf } from '../support/revision.ts';

const paragraph = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((text) => text.isWellFormed() && !text.includes('\0'));
const revision = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map(revisionOf);

describe('a span', () => {
  it('of a range within words is that range again', () => {
    fc.assert(
      fc.property(revision, fc.nat(), fc.nat(), (made, first, second) => {
        const places = made.units.flatMap((unit) => [unit.start, unit.end]).sort((a, b) => a - b);
        const [start = 0, end = 0] = [
          places[first % places.length] ?? 0,
          places[second % places.length] ?? 0,
        ].sort((a, b) => a - b);
        const span = start < end ? spanOf(made, { start, end }) : null;
        if (span === null) return;
        const range = rangeOf(made, span);
        expect(range?.start).toBeGreaterThanOrEqual(start);
        expect(range?.end).toBeLessThanOrEqual(end);
        const lost = [made.text.slice(start, range?.start), made.text.slice(range?.end, end)];
        expect(lost.map((text) => text.replaceAll('\n', ''))).toEqual(['', '']);
      }),
    );
  });

  it('counts code points from the start of its units', () => {
    const made = revisionOf(['𐍈𐍈 one', 'two 𐍈 three']);
    const start = made.text.indexOf('one');
    const end = made.text.indexOf(' three');
    const [first, second] = made.units;
    expect(spanOf(made, { start, end })).toEqual({
      startUnitId: first?.id,
      startOffset: 3,
      endUnitId: second?.id,
      endOffset: 5,
    });
  });

  it('is none where a range holds only what stands between units', () => {
    const made = revisionOf(['one', 'two']);
    expect(spanOf(made, { start: 3, end: 5 })).toBeNull();
  });

  it('stands nowhere in a revision without its units', () => {
    const [made, other] = [revisionOf(['one', 'two']), revisionOf(['one', 'two'])];
    const span = spanOf(made, { start: 0, end: 8 });
    expect(span === null ? null : rangeOf(other, span)).toBeNull();
    expect(span === null ? null : unitIdsOf(other, span)).toEqual([]);
  });
});

describe('stillAdjacent', () => {
  it('holds exactly when units follow each other as they did', () => {
    const places = new Map(['x', 'a', 'b', 'c', 'y'].map((id, index) => [id, index]));
    const holds = (ids: string[]) => stillAdjacent(ids, (id) => places.get(id));
    expect([
      holds(['a']),
      holds(['a', 'b', 'c']),
      holds(['a', 'c']),
      holds(['b', 'a']),
      holds(['a', 'gone']),
      holds([]),
    ]).toEqual([true, true, false, false, false, false]);
  });
});
