import { LRUCache } from 'lru-cache';
import type { Dependency } from './dependencies.ts';
import type { Versions } from './versions.ts';

/** Something that was read of the store, or made of it. */
export interface Entry<Value> {
  value: Value;
  /** A time of `Versions` at which it held: one before the reading began, or a later one. */
  time: number;
  /** What it depends on. */
  dependencies: readonly Dependency[];
}

/** What a key and the rest of an entry take beside the value and the key’s characters, in bytes. */
export const ENTRY_BYTES = 200;

/** About how much memory it takes to know what an entry depends on, in bytes. */
export function sizeOfDependencies({ dependencies }: Pick<Entry<unknown>, 'dependencies'>): number {
  return 64 * dependencies.length;
}

/** Whether an entry holds at the time to which the versions have come. What has been looked at once need not be again. */
export function stillHolds(entry: Entry<unknown>, versions: Versions): boolean {
  if (!versions.unchangedSince(entry.time, entry.dependencies)) return false;
  entry.time = versions.now;
  return true;
}

/** What was made before of what was read, as long as nothing of it has changed. How much there is of it is bounded. */
export class Kept<Value> {
  readonly #versions: Versions;
  readonly #entries: LRUCache<string, Entry<Value>> | null;

  /**
   * @param maxBytes about how much memory it may take; 0 for keeping nothing.
   * @param sizeOf about how much a value takes, in bytes.
   */
  constructor(versions: Versions, maxBytes: number, sizeOf: (value: Value) => number) {
    this.#versions = versions;
    this.#entries =
      maxBytes === 0
        ? null
        : new LRUCache({
            maxSize: maxBytes,
            sizeCalculation: (entry, key) =>
              ENTRY_BYTES + 2 * key.length + sizeOfDependencies(entry) + Math.ceil(sizeOf(entry.value)),
          });
  }

  /** What is kept under a key and still holds at the time to which the versions have come. */
  get(key: string): Entry<Value> | undefined {
    const entry = this.#entries?.get(key);
    if (entry === undefined) return undefined;
    if (stillHolds(entry, this.#versions)) return entry;
    this.#entries?.delete(key);
    return undefined;
  }

  /** Whether something is kept under a key, which may hold no more. */
  has(key: string): boolean {
    return this.#entries?.has(key) === true;
  }

  set(key: string, entry: Entry<Value>): void {
    this.#entries?.set(key, entry);
  }
}
