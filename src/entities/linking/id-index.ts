/** Where each of many ids is in their array: a hash table of numbers, some 12 bytes an id, where a Map takes 80. */
export class IdIndex {
  readonly #ids: readonly string[];
  readonly #slots: Int32Array;

  /** @param ids distinct ones; the array must not change any more. */
  constructor(ids: readonly string[]) {
    let slots = 16;
    while (slots < ids.length * 2) slots *= 2;
    this.#ids = ids;
    this.#slots = new Int32Array(slots);
    for (const [index, id] of ids.entries()) this.#slots[this.#slotOf(id)] = index + 1;
  }

  /** The index of an id, or -1. */
  indexOf(id: string): number {
    return (this.#slots[this.#slotOf(id)] ?? 0) - 1;
  }

  #slotOf(id: string): number {
    const mask = this.#slots.length - 1;
    let slot = hash(id) & mask;
    for (;;) {
      const index = this.#slots[slot] ?? 0;
      if (index === 0 || this.#ids[index - 1] === id) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

/** FNV-1a over UTF-16 code units. */
function hash(id: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) mixed = Math.imul(mixed ^ id.charCodeAt(at), 0x01000193);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
