import type { RevisionAlignment } from './alignment/align-revisions.ts';
import { tokensIn } from './tokens-in.ts';
import type { UnitPlace, UnitRange } from './unit-range.ts';

/** What of a change that a range's end cuts through is outside the range, before it and after it. */
export interface Outside {
  before: string;
  after: string;
}

/**
 * What is missing of the changes that the ends of a range and of the range it was carried to cut through, in either text;
 * null where they cut through none. In scripts without spaces a quote may end within a word: 街道では, of 街道ではない,
 * which became 街道である, has lost its denial, and one letter of 住宅 does not tell that it is a dwelling.
 */
export function cutChanges(
  alignment: RevisionAlignment,
  { start, end }: UnitRange,
  carried: UnitRange,
): { old: Outside; now: Outside } | null {
  const { before } = alignment;
  const startTo = start.unit === end.unit ? end.offset : (before[start.unit] ?? '').length;
  const endFrom = start.unit === end.unit ? start.offset : 0;
  const first = cutChange(alignment, edgeToken(alignment, start.unit, start.offset, startTo, 'start'), -1);
  const last = cutChange(alignment, edgeToken(alignment, end.unit, endFrom, end.offset, 'end'), 1);
  if (first === null && last === null) return null;
  const { after } = alignment;
  return {
    old: { before: textBefore(before, first?.old, start), after: textAfter(before, last?.old, end) },
    now: {
      before: textBefore(after, first?.now, carried.start),
      after: textAfter(after, last?.now, carried.end),
    },
  };
}

/** From where a change starts to a place in the same unit; nothing where the place is before it. */
function textBefore(units: readonly string[], change: Stretch | undefined, place: UnitPlace): string {
  return change?.unit === place.unit ? (units[place.unit] ?? '').slice(change.start, place.offset) : '';
}

/** From a place to where a change in the same unit ends. */
function textAfter(units: readonly string[], change: Stretch | undefined, place: UnitPlace): string {
  return change?.unit === place.unit ? (units[place.unit] ?? '').slice(place.offset, change.end) : '';
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

/** A part of a unit's text, in UTF-16 code units. */
interface Stretch {
  unit: number;
  start: number;
  end: number;
}

/** The whole of the change that a token and the one beyond it are in, when they stand together without a space. */
function cutChange(
  { map }: RevisionAlignment,
  token: number | undefined,
  outward: 1 | -1,
): { old: Stretch; now: Stretch } | null {
  if (token === undefined || !isChanged(token) || !isJoined(token, outward) || !isChanged(token + outward))
    return null;
  let [first, last] = [token, token];
  while (isJoined(first, -1) && isChanged(first - 1)) first -= 1;
  while (isJoined(last, 1) && isChanged(last + 1)) last += 1;
  if (!isJoined(first, -1) || !isJoined(last, 1)) return null;
  const [newFirst, newLast] = [(map.image[first - 1] ?? 0) + 1, (map.image[last + 1] ?? 0) - 1];
  const text = map.after.texts[newFirst - 1] ?? 0;
  if (newLast < newFirst || map.after.texts[newLast + 1] !== text) return null;
  return {
    old: {
      unit: map.beforeUnits[map.before.texts[token] ?? 0] ?? 0,
      start: map.before.starts[first] ?? 0,
      end: map.before.ends[last] ?? 0,
    },
    now: {
      unit: map.afterUnits[text] ?? 0,
      start: map.after.starts[newFirst] ?? 0,
      end: map.after.ends[newLast] ?? 0,
    },
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
