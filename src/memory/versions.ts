import { LRUCache } from 'lru-cache';
import type { Dependency } from './dependencies.ts';

/** How many dependencies are told apart; those that changed longest ago count as changed when the last of them was forgotten. */
const REMEMBERED = 200_000;

/** When each part of the store changed last, counted in the times that changes were read. */
export class Versions {
  #now = 0;
  /** What is not among the dependencies has not changed since then. */
  #floor = 0;
  readonly #changedAt: LRUCache<Dependency, number>;

  constructor(remembered = REMEMBERED) {
    this.#changedAt = new LRUCache<Dependency, number>({
      max: remembered,
      dispose: (changedAt, _dependency, reason) => {
        if (reason === 'evict') this.#floor = Math.max(this.#floor, changedAt);
      },
    });
  }

  /** Grows with every change. */
  get now(): number {
    return this.#now;
  }

  /** Notes that dependencies have changed. */
  change(dependencies: Iterable<Dependency>): void {
    this.#now += 1;
    for (const dependency of dependencies) this.#changedAt.set(dependency, this.#now);
  }

  /** Notes that all may have changed. */
  changeAll(): void {
    this.#now += 1;
    this.#floor = this.#now;
    this.#changedAt.clear();
  }

  /** Whether nothing has changed in dependencies since a time that `now` told. */
  unchangedSince(time: number, dependencies: Iterable<Dependency>): boolean {
    if (time >= this.#now) return true;
    for (const dependency of dependencies)
      if ((this.#changedAt.get(dependency, { updateAgeOnGet: false }) ?? this.#floor) > time) return false;
    return true;
  }
}
