const NONE = 0;
/** A state, a word, and where they lead. */
const CELLS = 3;

/**
 * The edges of a trie: from a state, with a word, to another state. A hash table with open addressing (linear probing)
 * in one typed array, 12 bytes for each slot, at most two thirds full.
 */
export class Edges {
  readonly #cells: Int32Array;
  readonly #mask: number;

  /** @param most how many edges will be set at most. */
  constructor(most: number) {
    let slots = 16;
    while (slots * 2 < most * 3) slots *= 2;
    this.#cells = new Int32Array(slots * CELLS);
    this.#mask = slots - 1;
  }

  /** How many bytes it takes. */
  get bytes(): number {
    return this.#cells.byteLength;
  }

  /** Where an edge leads, or 0. */
  get(state: number, word: number): number {
    const cells = this.#cells;
    for (let slot = hash(state, word) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * CELLS;
      const target = cells[at + 2] ?? NONE;
      if (target === NONE || (cells[at] === state && cells[at + 1] === word)) return target;
    }
  }

  /** Sets an edge that is not there yet. @param target not 0 */
  set(state: number, word: number, target: number): void {
    const cells = this.#cells;
    let slot = hash(state, word) & this.#mask;
    while (cells[slot * CELLS + 2] !== NONE) slot = (slot + 1) & this.#mask;
    cells[slot * CELLS] = state;
    cells[slot * CELLS + 1] = word;
    cells[slot * CELLS + 2] = target;
  }
}

/** The finalizer of MurmurHash3 over both numbers. */
function hash(state: number, word: number): number {
  let mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
