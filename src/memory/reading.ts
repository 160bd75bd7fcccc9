import type { ChangeFeed } from './change-feed.ts';
import type { Dependency } from './dependencies.ts';
import type { Entry } from './kept.ts';
import type { Shelves } from './shelves.ts';

/** What one request reads: what it depends on, and what of it need not be read again. */
export class Reading {
  readonly #dependencies = new Set<Dependency>();
  readonly #feed: ChangeFeed;
  readonly #kept: Shelves;
  #time: number | null = null;

  constructor(feed: ChangeFeed, kept: Shelves) {
    this.#feed = feed;
    this.#kept = kept;
  }

  /**
   * Makes what is kept of use: all that was committed before is taken in. Until then all is read from the store.
   * @param time to which the feed has caught up for this request already.
   */
  async begin(time?: number): Promise<void> {
    this.#time = time ?? (await this.#feed.catchUp());
  }

  /** Leaves what is kept aside: after a change all is read from the store. */
  end(): void {
    this.#time = null;
  }

  /** To which time of `Versions` it sees all changes, at least; null while what is kept is left aside. */
  get time(): number | null {
    return this.#time;
  }

  /** What the request depends on so far. */
  get dependencies(): readonly Dependency[] {
    return this.#dependencies.has('store') ? ['store'] : [...this.#dependencies];
  }

  dependOn(dependencies: readonly Dependency[]): void {
    for (const dependency of dependencies) this.#dependencies.add(dependency);
  }

  /** What was read before of a kind under a name, by this request or another one, if it still holds. */
  recall<Value>(kind: string, name: string): Entry<Value> | undefined {
    if (this.#time === null) return undefined;
    // What is of one kind is of one type: the reader that is named so put it there.
    return this.#kept.get(kind, name) as Entry<Value> | undefined;
  }

  /** Keeps what this request has read, for itself and for others. */
  keep(kind: string, name: string, value: unknown, dependencies: readonly Dependency[]): void {
    if (this.#time !== null) this.#kept.set(kind, name, { value, time: this.#time, dependencies });
  }
}
