import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { RevisionAlignment } from './alignment/align-revisions.ts';
import { firstImage, lastImage } from './image-places.ts';
import { passagesOf } from './passages.ts';
import { isOtherStatement, likenessOfWords, SHORT_QUOTE } from './statement.ts';
import { tokensIn } from './tokens-in.ts';
import { type UnitRange, wordsIn } from './unit-range.ts';

/** Where an anchor stands in the next revision, and how well it holds there. */
export interface Carried {
  status: 'EXACT' | 'MOVED' | 'EDITED' | 'AMBIGUOUS' | 'ORPHANED';
  /** 1 for the very words in the very place; see docs/anchoring.md. */
  score: number;
  /** Null for AMBIGUOUS and ORPHANED. */
  range: UnitRange | null;
}

/** Words that changed more than this are not the anchor's words any more. */
export const LEAST_SCORE = 0.6;

/** How much of a score is left to words that stand elsewhere. */
export const ELSEWHERE = 0.9;

const ORPHANED: Carried = { status: 'ORPHANED', score: 0, range: null };

/**
 * Carries an anchor into the next revision. EXACT and MOVED always mean that the words there are the quote.
 * @param range where it stands in `alignment.before`.
 * @param exact the words that it was made on, which may be others than those at the range if it was EDITED.
 */
export function carryRange(alignment: RevisionAlignment, range: UnitRange, exact: string): Carried {
  const start = firstImage(alignment, range);
  const end = start === null ? null : lastImage(alignment, range, start);
  if (start === null || end === null) return ambiguous(alignment, range) ?? ORPHANED;
  if (start.unit > end.unit || (start.unit === end.unit && start.offset >= end.offset)) return ORPHANED;
  const carried = wholeCharacters(alignment.after, { start, end });
  const inPlace = start.inPlace && end.inPlace;
  const words = wordsIn(alignment.after, carried);
  if (words === exact)
    return inPlace
      ? { status: 'EXACT', score: 1, range: carried }
      : { status: 'MOVED', score: ELSEWHERE, range: carried };
  if (isFarFromLength(words.length, exact.length) && isFarFromLength([...words].length, [...exact].length))
    return ORPHANED;
  const score = likenessOfWords(exact, words);
  if (score < LEAST_SCORE) return ORPHANED;
  if (isShort(exact)) {
    const [old, now] = passagesOf(alignment, { range, words: exact }, { range: carried, words });
    if (isOtherStatement(old, now, alignment.language)) return ORPHANED;
  }
  return { status: 'EDITED', score: inPlace ? score : ELSEWHERE * score, range: carried };
}

/** Whether texts of these lengths cannot be alike enough: comparing long ones takes long. */
function isFarFromLength(length: number, other: number): boolean {
  return Math.abs(length - other) > (1 - LEAST_SCORE) * Math.max(length, other);
}

function isShort(text: string): boolean {
  return text.length <= SHORT_QUOTE || [...text].length <= SHORT_QUOTE;
}

/** Widens a range whose ends would cut a character as readers see it. */
function wholeCharacters(units: readonly string[], { start, end }: UnitRange): UnitRange {
  const first = units[start.unit] ?? '';
  const last = units[end.unit] ?? '';
  let from = start.offset;
  while (!isGraphemeBoundary(first, from)) from -= 1;
  let to = end.offset;
  while (!isGraphemeBoundary(last, to)) to += 1;
  return { start: { unit: start.unit, offset: from }, end: { unit: end.unit, offset: to } };
}

/** When the words have gone to several places, and nothing tells to which. */
function ambiguous(alignment: RevisionAlignment, { start, end }: UnitRange): Carried | null {
  const text = alignment.textOf[start.unit] ?? -1;
  if (start.unit !== end.unit || text < 0) return null;
  const { map } = alignment;
  const tokens = tokensIn(alignment, text, start.offset, end.offset);
  const places = map.places.subarray(tokens.start, tokens.end);
  if (places.length === 0 || places.includes(0)) return null;
  return { status: 'AMBIGUOUS', score: 1 / (places[0] ?? 2), range: null };
}
