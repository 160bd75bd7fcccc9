import type { Store } from '../store/store.ts';
import { ChangeFeed } from './change-feed.ts';
import { Reading } from './reading.ts';
import { Shelves } from './shelves.ts';

/** How much of what changes is kept in memory unless it is said, in bytes. */
export const DATA_BYTES = 128 * 1024 * 1024;

/** What the process keeps of the store's data that may change, and how it learns that it has. */
export class Memory {
  readonly feed: ChangeFeed;
  readonly #data: Shelves;

  /** @param dataBytes about how much the data may take; 0 for keeping none. */
  constructor(store: Store, dataBytes = DATA_BYTES) {
    this.feed = new ChangeFeed(store);
    this.#data = new Shelves(this.feed.versions, dataBytes);
  }

  /** What one request reads; what is kept is of use to it once it has begun. */
  reading(): Reading {
    return new Reading(this.feed, this.#data);
  }

  /** Drops all that is kept, as after a start. */
  forget(): void {
    this.#data.clear();
    this.feed.versions.changeAll();
  }
}
