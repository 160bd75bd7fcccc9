import type { RevisionAlignment } from './alignment/align-revisions.ts';
import type { UnitRange } from './carry-range.ts';
import { compareWords } from './statement.ts';
import { tokensIn } from './tokens-in.ts';

/**
 * Whether a change that an end of a range cuts through makes another statement as a whole. In scripts without spaces a
 * quote may end within a word: 街道では, of 街道ではない, which became 街道である, has lost its denial.
 */
export function cutsOtherStatement(alignment: RevisionAlignment, { start, end }: UnitRange): boolean {
  const { before, language } = alignment;
  const startTo = start.unit === end.unit ? end.offset : (before[start.unit] ?? '').length;
  const endFrom = start.unit === end.unit ? start.offset : 0;
  const first = edgeToken(alignment, start.unit, start.offset, startTo, 'start');
  const last = edgeToken(alignment, end.unit, endFrom, end.offset, 'end');
  return [cutChange(alignment, first, -1), cutChange(alignment, last, 1)].some(
    (change) => change !== null && compareWords(change.old, change.now, language).otherStatement,
  );
}

/** The first or last token of a stretch of a changed unit; undefined where there is none. */
function edgeToken(
  alignment: RevisionAlignment,
  unit: number,
  from: number,
  to: number,
  side: 'start' | 'end',
): number | undefined {
  const text = alignment.textOf[unit] ?? -1;
  if (text < 0) return undefined;
  const { start, end } = tokensIn(alignment, text, from, to);
  if (start === end) return undefined;
  return side === 'start' ? start : end - 1;
}

/** The whole of the change that a token and the one beyond it are in, when they stand together without a space. */
function cutChange(
  { map, before, after }: RevisionAlignment,
  token: number | undefined,
  outward: 1 | -1,
): { old: string; now: string } | null {
  if (token === undefined || !isChanged(token) || !isJoined(token, outward) || !isChanged(token + outward))
    return null;
  let [first, last] = [token, token];
  while (isJoined(first, -1) && isChanged(first - 1)) first -= 1;
  while (isJoined(last, 1) && isChanged(last + 1)) last += 1;
  if (!isJoined(first, -1) || !isJoined(last, 1)) return null;
  const [newFirst, newLast] = [(map.image[first - 1] ?? 0) + 1, (map.image[last + 1] ?? 0) - 1];
  const text = map.after.texts[newFirst - 1] ?? 0;
  if (newLast < newFirst || map.after.texts[newLast + 1] !== text) return null;
  const old = before[map.beforeUnits[map.before.texts[token] ?? 0] ?? 0] ?? '';
  const now = after[map.afterUnits[text] ?? 0] ?? '';
  return {
    old: old.slice(map.before.starts[first], map.before.ends[last]),
    now: now.slice(map.after.starts[newFirst], map.after.ends[newLast]),
  };

  function isChanged(at: number): boolean {
    return (map.image[at] ?? -1) < 0;
  }

  /** Whether the next token in a direction stands in the same text, with nothing between. */
  function isJoined(at: number, step: 1 | -1): boolean {
    const other = at + step;
    if (map.before.texts[other] !== map.before.texts[at] || other < 0) return false;
    return step === 1
      ? map.before.ends[at] === map.before.starts[other]
      : map.before.ends[other] === map.before.starts[at];
  }
}
