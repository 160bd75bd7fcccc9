import { longestRise } from './changed-text.ts';

/** Tokens of a text, by their kinds: from `start` up to, and without, `end`. */
export interface KindSpan {
  kinds: Int32Array;
  start: number;
  end: number;
}

/**
 * Runs of so many tokens that come once in each of two sequences: where they stand, as many as keep their order. Takes
 * time in proportion to the tokens.
 */
export function commonSoleGrams(left: KindSpan, right: KindSpan, length: number): [number, number][] {
  const inLeft = new GramTable(left, length);
  const inRight = new GramTable(right, length);
  const lefts: number[] = [];
  const rights: number[] = [];
  for (let place = left.start; place + length <= left.end; place += 1) {
    if (inLeft.sole(left, place) !== place) continue;
    const other = inRight.sole(left, place);
    if (other < 0) continue;
    lefts.push(place);
    rights.push(other);
  }
  const inOrder = longestRise(rights);
  const pairs: [number, number][] = [];
  for (const [index, place] of lefts.entries())
    if (inOrder.has(index)) pairs.push([place, rights[index] ?? 0]);
  return pairs;
}

const EMPTY = -1;
/** Set where a run of tokens comes more than once. */
const REPEATED = 1;

/** A hash table of the runs of tokens of a sequence, open-addressed. */
class GramTable {
  readonly #span: KindSpan;
  readonly #length: number;
  readonly #places: Int32Array;
  readonly #repeated: Uint8Array;
  readonly #mask: number;

  constructor(span: KindSpan, length: number) {
    this.#span = span;
    this.#length = length;
    let size = 16;
    while (size < 2 * (span.end - span.start)) size *= 2;
    this.#mask = size - 1;
    this.#places = new Int32Array(size).fill(EMPTY);
    this.#repeated = new Uint8Array(size);
    for (let place = span.start; place + length <= span.end; place += 1) {
      const slot = this.#slot(span, place);
      if (this.#places[slot] === EMPTY) this.#places[slot] = place;
      else this.#repeated[slot] = REPEATED;
    }
  }

  /** Where the run at a place of a sequence comes in this table's, if that is once; else -1. */
  sole(from: KindSpan, place: number): number {
    const slot = this.#slot(from, place);
    return this.#repeated[slot] === REPEATED ? -1 : (this.#places[slot] ?? EMPTY);
  }

  #slot({ kinds }: KindSpan, place: number): number {
    let hash = 0;
    for (let offset = 0; offset < this.#length; offset += 1)
      hash = Math.imul(hash ^ (kinds[place + offset] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    let slot = (hash ^ (hash >>> 16)) & this.#mask;
    for (;;) {
      const known = this.#places[slot] ?? EMPTY;
      if (known === EMPTY || this.#equal(kinds, place, known)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #equal(kinds: Int32Array, place: number, known: number): boolean {
    for (let offset = 0; offset < this.#length; offset += 1)
      if (kinds[place + offset] !== this.#span.kinds[known + offset]) return false;
    return true;
  }
}
