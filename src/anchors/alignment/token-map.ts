import type { Gap } from './changed-text.ts';
import { Tokenizer, type Tokens } from './tokens.ts';

/** A stretch of changed text whose tokens are paired with those of one stretch of the new text, in order. */
export interface Area {
  /** Tokens of the old and of the new text, half-open. */
  before: { start: number; end: number };
  after: { start: number; end: number };
  /** Whether the stretch was found elsewhere than between the same unchanged units. */
  moved: boolean;
}

/** The tokens of all changed units of two revisions, and which of the old ones stand where in the new. */
export class TokenMap {
  readonly before: Tokens;
  readonly after: Tokens;
  /** For each local text of `before` and `after`, the index of its unit in the revision. */
  readonly beforeUnits: number[];
  readonly afterUnits: number[];
  readonly areas: Area[] = [];
  /** For each token of `before` the equal one of `after` that it became, or -1. */
  readonly image: Int32Array;
  /** For each token of `after` the one of `before` that it was, or -1. */
  readonly origin: Int32Array;
  /** For each token of `before` the index of the area that it is in. */
  readonly areaOf: Int32Array;
  /** For each token of `after` the index of the area that it is in. */
  readonly afterAreaOf: Int32Array;
  /** For each token of `before` the number of places in the new text where its sentence may have gone; 0 when that is clear. */
  readonly places: Int32Array;

  constructor(before: readonly string[], after: readonly string[], gaps: readonly Gap[]) {
    const tokenizer = new Tokenizer();
    this.beforeUnits = gaps.flatMap((gap) => gap.before);
    this.afterUnits = gaps.flatMap((gap) => gap.after);
    this.before = tokenizer.read(this.beforeUnits.map((unit) => before[unit] ?? ''));
    this.after = tokenizer.read(this.afterUnits.map((unit) => after[unit] ?? ''));
    this.image = new Int32Array(this.before.length).fill(-1);
    this.origin = new Int32Array(this.after.length).fill(-1);
    this.areaOf = new Int32Array(this.before.length);
    this.afterAreaOf = new Int32Array(this.after.length);
    this.places = new Int32Array(this.before.length);
    let beforeText = 0;
    let afterText = 0;
    for (const gap of gaps) {
      const area = {
        before: textsSpan(this.before, beforeText, gap.before.length),
        after: textsSpan(this.after, afterText, gap.after.length),
        moved: false,
      };
      beforeText += gap.before.length;
      afterText += gap.after.length;
      this.addArea(area);
    }
  }

  /** Adds an area; its tokens belong to it from now on. @returns its index. */
  addArea(area: Area): number {
    this.areaOf.fill(this.areas.length, area.before.start, area.before.end);
    this.afterAreaOf.fill(this.areas.length, area.after.start, area.after.end);
    return this.areas.push(area) - 1;
  }

  pair(before: number, after: number): void {
    this.image[before] = after;
    this.origin[after] = before;
  }

  unpair(before: number): void {
    const after = this.image[before] ?? -1;
    if (after >= 0) this.origin[after] = -1;
    this.image[before] = -1;
  }
}

function textsSpan({ firstOf }: Tokens, first: number, count: number): { start: number; end: number } {
  return { start: firstOf[first] ?? 0, end: firstOf[first + count] ?? 0 };
}
