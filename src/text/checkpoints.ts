import { codePointAt, isInsidePair, type OffsetUnit, unitWidth, utf16Width } from './offset-unit.ts';

/** UTF-16 code units between two checkpoints: the most that a conversion has to walk. */
const STEP = 1024;

/** A place in a text, and how many units come before it. */
export interface Place {
  utf16: number;
  counted: number;
}

/** Counts of one unit at every 1,024th place of a text, so that counting need not start at its beginning. */
export class Checkpoints {
  readonly total: number;
  readonly #text: string;
  readonly #unit: OffsetUnit;
  readonly #counts: Uint32Array;

  constructor(text: string, unit: OffsetUnit) {
    this.#text = text;
    this.#unit = unit;
    this.#counts = new Uint32Array(Math.floor(text.length / STEP) + 1);
    let place: Place = { utf16: 0, counted: 0 };
    for (let index = 1; index < this.#counts.length; index += 1) {
      place = this.walkToUtf16(place, this.#utf16Of(index));
      this.#counts[index] = place.counted;
    }
    this.total = this.walkToUtf16(place, text.length).counted;
  }

  /** The last checkpoint at or before a UTF-16 offset that is not inside a surrogate pair. */
  beforeUtf16(offset: number): Place {
    return this.#placeOf(Math.floor(offset / STEP));
  }

  /** The last checkpoint with at most so many units before it. */
  beforeCount(count: number): Place {
    let low = 0;
    let high = this.#counts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#countAt(middle) <= count) low = middle;
      else high = middle - 1;
    }
    return this.#placeOf(low);
  }

  /** Walks from a place to a UTF-16 offset, or past it when it is inside a surrogate pair. */
  walkToUtf16(from: Place, offset: number): Place {
    let { utf16, counted } = from;
    while (utf16 < offset) {
      const codePoint = codePointAt(this.#text, utf16);
      utf16 += utf16Width(codePoint);
      counted += unitWidth(codePoint, this.#unit);
    }
    return { utf16, counted };
  }

  /** Walks from a place to the last place with at most so many units before it. */
  walkToCount(from: Place, count: number): Place {
    let { utf16, counted } = from;
    while (utf16 < this.#text.length) {
      const codePoint = codePointAt(this.#text, utf16);
      const next = counted + unitWidth(codePoint, this.#unit);
      if (next > count) break;
      utf16 += utf16Width(codePoint);
      counted = next;
    }
    return { utf16, counted };
  }

  #placeOf(index: number): Place {
    return { utf16: this.#utf16Of(index), counted: this.#countAt(index) };
  }

  #countAt(index: number): number {
    return this.#counts[index] ?? this.total;
  }

  // A checkpoint that would fall inside a pair stands after it.
  #utf16Of(index: number): number {
    const offset = index * STEP;
    return isInsidePair(this.#text, offset) ? offset + 1 : offset;
  }
}
