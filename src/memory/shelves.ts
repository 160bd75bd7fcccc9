import { LRUCache } from 'lru-cache';
import { ENTRY_BYTES, type Entry, sizeOfDependencies, stillHolds } from './kept.ts';
import { roughSize } from './rough-size.ts';
import type { Versions } from './versions.ts';

interface Slot {
  kind: string;
  name: string;
  entry: Entry<unknown>;
  /** When it was last put in the order of use. */
  placedIn: number;
}

/** In how many parts the room is filled before what is used is put in the order of use again. */
const PARTS = 16;

/**
 * Small things that were read before, of many kinds, as long as nothing of them has changed. How much there is of all
 * together is bounded; what was used longest ago goes first, give or take a part of the room. An answer looks up hundreds
 * of them, so they are found by the names that they have, and not put in order each time.
 */
export class Shelves {
  readonly #versions: Versions;
  readonly #shelves = new Map<string, Map<string, Slot>>();
  readonly #order: LRUCache<Slot, Slot> | null;
  readonly #part: number;
  #filled = 0;
  #period = 0;

  /** @param maxBytes about how much memory they may take; 0 for keeping nothing. */
  constructor(versions: Versions, maxBytes: number) {
    this.#versions = versions;
    this.#part = maxBytes / PARTS;
    this.#order =
      maxBytes === 0
        ? null
        : new LRUCache<Slot, Slot>({ maxSize: maxBytes, dispose: (slot) => this.#takeDown(slot) });
  }

  /** What is kept of a kind under a name and still holds at the time to which the versions have come. */
  get(kind: string, name: string): Entry<unknown> | undefined {
    const slot = this.#shelves.get(kind)?.get(name);
    if (slot === undefined) return undefined;
    const { entry } = slot;
    if (!stillHolds(entry, this.#versions)) {
      this.#order?.delete(slot);
      return undefined;
    }
    if (slot.placedIn !== this.#period) {
      slot.placedIn = this.#period;
      this.#order?.get(slot);
    }
    return entry;
  }

  set(kind: string, name: string, entry: Entry<unknown>): void {
    if (this.#order === null) return;
    const before = this.#shelves.get(kind)?.get(name);
    if (before !== undefined) this.#order.delete(before);
    const size =
      ENTRY_BYTES + 2 * name.length + sizeOfDependencies(entry) + Math.ceil(roughSize(entry.value));
    this.#filled += size;
    if (this.#filled > this.#part) {
      this.#filled = 0;
      this.#period += 1;
    }
    const slot = { kind, name, entry, placedIn: this.#period };
    this.#order.set(slot, slot, { size });
    // One that is larger than all the room is not taken.
    if (!this.#order.has(slot)) return;
    const shelf = this.#shelves.get(kind) ?? new Map<string, Slot>();
    shelf.set(name, slot);
    this.#shelves.set(kind, shelf);
  }

  clear(): void {
    this.#order?.clear();
  }

  #takeDown(slot: Slot): void {
    const shelf = this.#shelves.get(slot.kind);
    if (shelf?.get(slot.name) !== slot) return;
    shelf.delete(slot.name);
    if (shelf.size === 0) this.#shelves.delete(slot.kind);
  }
}
