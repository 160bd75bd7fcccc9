import type { TextRange } from '../text/range.ts';

/** A stretch of text on which the same marks lie from one end to the other. */
export interface Run<Mark> extends TextRange {
  marks: Mark[];
}

/**
 * Cuts a text where any mark begins or ends, so that overlapping marks can be drawn without arithmetic. The runs
 * follow each other without gaps; their texts joined are the text. Each run's marks are in the order given.
 * @param length of the text, in any unit of offsets.
 * @param marks half-open, within the text, in that unit.
 */
export function cutIntoRuns<Mark extends TextRange>(length: number, marks: readonly Mark[]): Run<Mark>[] {
  if (marks.length === 0) return length > 0 ? [{ start: 0, end: length, marks: [] }] : [];
  const places = new Set([0, length]);
  for (const mark of marks) places.add(mark.start).add(mark.end);
  const cuts = [...places].sort((a, b) => a - b);
  const starting = marks.map((mark, order) => ({ mark, order })).sort((a, b) => a.mark.start - b.mark.start);
  let active: typeof starting = [];
  let next = 0;
  const runs: Run<Mark>[] = [];
  cuts.slice(0, -1).forEach((start, index) => {
    const end = cuts[index + 1] ?? length;
    if (active.some(({ mark }) => mark.end <= start)) active = active.filter(({ mark }) => mark.end > start);
    for (let one = starting[next]; one !== undefined && one.mark.start <= start; one = starting[next]) {
      if (one.mark.end > start) active.push(one);
      next += 1;
    }
    runs.push({ start, end, marks: active.toSorted((a, b) => a.order - b.order).map(({ mark }) => mark) });
  });
  return runs;
}
