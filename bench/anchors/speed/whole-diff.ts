import DiffMatchPatch, { DIFF_DELETE, DIFF_INSERT } from 'diff-match-patch';

/** Maps offsets of one text to another, both in UTF-16 code units. */
export interface OffsetMap {
  map(offset: number): number;
}

/** A diff of two whole texts, however long it takes, made ready so that an offset is looked up in logarithmic time. */
export function diffWhole(before: string, after: string): OffsetMap {
  const differ = new DiffMatchPatch();
  differ.Diff_Timeout = 0;
  const diffs = differ.diff_main(before, after);
  const [oldStarts, newStarts, kinds] = [
    new Int32Array(diffs.length),
    new Int32Array(diffs.length),
    new Int8Array(diffs.length),
  ];
  let [oldAt, newAt] = [0, 0];
  for (const [index, [kind, text]] of diffs.entries()) {
    oldStarts[index] = oldAt;
    newStarts[index] = newAt;
    kinds[index] = kind;
    if (kind !== DIFF_INSERT) oldAt += text.length;
    if (kind !== DIFF_DELETE) newAt += text.length;
  }
  return {
    map(offset) {
      const index = lastAtMost(oldStarts, offset);
      const within = kinds[index] === DIFF_DELETE ? 0 : offset - (oldStarts[index] ?? 0);
      return (newStarts[index] ?? 0) + within;
    },
  };
}

/** The index of the last of ascending values that does not exceed a value; 0 where all do. */
function lastAtMost(values: Int32Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
