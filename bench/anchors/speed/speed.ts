import { alignRevisions } from '../../../src/anchors/alignment/align-revisions.ts';
import { carryRange } from '../../../src/anchors/carry-range.ts';
import { createRandom } from '../../random.ts';
import { median } from '../../statistics.ts';
import { PARAGRAPH_BREAK } from '../draft/layout.ts';
import { sentenceWriter } from '../texts/generated.ts';
import { english } from '../texts/languages/en.ts';
import { namesIn } from '../texts/names.ts';
import {
  type Anchor,
  freshCopy,
  type Revisions,
  scatterAnchors,
  scatterEdits,
  writeText,
} from './speed-text.ts';
import { diffWhole } from './whole-diff.ts';

/** What is measured: lengths in UTF-16 code units. */
export const SPEED = { length: 100_000, edits: 500, anchors: 10_000, times: 10 };

/** How large the edits are: the time of a whole-text diff grows with the square of what they change. */
export const EDIT_SIZES = [
  { name: 'a word to a sentence each', sizes: [1, 1, 6, 14] },
  { name: 'one word each', sizes: [1] },
] as const;

export type EditSize = (typeof EDIT_SIZES)[number];

/** Medians over the rounds. */
export interface Speed {
  size: EditSize;
  rounds: number;
  /** In milliseconds, for all anchors. */
  scholion: number;
  align: number;
  carry: number;
  diff: number;
  /** Of Scholion on the same edits and anchors in a text so many times as long, in milliseconds. */
  longer: number;
}

/** Rounds that do not count. */
const WARM_UP = 2;

/** Times both on the same text, by turns; and Scholion on the longer text. */
export function measureSpeed(seed: number, rounds: number, size: EditSize): Speed {
  const random = createRandom(seed);
  const write = sentenceWriter({ language: english, names: namesIn(english, seed), random }, false);
  const before = writeText(write, SPEED.length);
  const after = scatterEdits(before, SPEED.edits, size.sizes, random);
  const anchors = scatterAnchors(before, SPEED.anchors, random);
  const rest = writeText(write, SPEED.length * (SPEED.times - 1));
  const half = Math.floor(rest.length / 2);
  const within = (middle: string[]): string[] =>
    freshCopy([...rest.slice(0, half), ...middle, ...rest.slice(half)]);
  const short = { before: freshCopy(before), after: freshCopy(after) };
  const long = { before: within(before), after: within(after) };
  const shifted = anchors.map((anchor) => shift(anchor, half));
  const figures = Array.from({ length: WARM_UP + rounds }, () => ({
    ...timeScholion(short, anchors),
    diff: timeDiff(short, anchors),
    longer: timeScholion(long, shifted).scholion,
  })).slice(WARM_UP);
  const middle = (of: (figure: (typeof figures)[number]) => number): number => median(figures.map(of));
  return {
    size,
    rounds,
    scholion: middle(({ scholion }) => scholion),
    align: middle(({ align }) => align),
    carry: middle(({ carry }) => carry),
    diff: middle(({ diff }) => diff),
    longer: middle(({ longer }) => longer),
  };
}

function timeScholion({ before, after }: Revisions, anchors: readonly Anchor[]) {
  const start = performance.now();
  const alignment = alignRevisions(before, after, english.code);
  const aligned = performance.now();
  let placed = 0;
  for (const { range, exact } of anchors) {
    if (carryRange(alignment, range, exact).range !== null) placed += 1;
  }
  const end = performance.now();
  if (placed === 0) throw new Error('Not one anchor has been carried');
  return { scholion: end - start, align: aligned - start, carry: end - aligned };
}

function timeDiff({ before, after }: Revisions, anchors: readonly Anchor[]): number {
  const start = performance.now();
  const starts = startsOf(before);
  const map = diffWhole(before.join(PARAGRAPH_BREAK), after.join(PARAGRAPH_BREAK));
  let length = 0;
  for (const { range } of anchors) {
    const from = map.map((starts[range.start.unit] ?? 0) + range.start.offset);
    length += map.map((starts[range.end.unit] ?? 0) + range.end.offset) - from;
  }
  const end = performance.now();
  if (length === 0) throw new Error('Not one anchor has been mapped');
  return end - start;
}

function startsOf(paragraphs: readonly string[]): number[] {
  let at = 0;
  return paragraphs.map(({ length }) => {
    const start = at;
    at += length + PARAGRAPH_BREAK.length;
    return start;
  });
}

function shift({ range: { start, end }, exact }: Anchor, by: number): Anchor {
  return {
    range: {
      start: { unit: start.unit + by, offset: start.offset },
      end: { unit: end.unit + by, offset: end.offset },
    },
    exact,
  };
}
