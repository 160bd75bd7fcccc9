import DataLoader from 'dataloader';
import type { Dependency } from './memory/dependencies.ts';
import type { Reading } from './memory/reading.ts';

/** What is read by a `BatchReader`, and how. */
export interface Readable<Key, Value> {
  /** Answers for each key, in their order, its value or an error. */
  read(keys: readonly Key[]): Promise<ArrayLike<Value | Error>>;
  /** Tells keys apart. */
  nameOf(key: Key): string;
  /** What a value depends on: when one of these has changed, it must be read again. */
  dependencies(key: Key, value: Value): readonly Dependency[];
  /**
   * Whether what a request answers depends on the same. It need not be said where whoever has a key has read something
   * that depends on more.
   */
  implied?: boolean;
  /** A value that is in memory anyway and never changes. */
  peek?(key: Key): Value | undefined;
  /** The name under which the values are kept for other requests too. It says who may see them, if not everybody may. */
  keptAs?: string;
}

/**
 * Reads many things of one kind at once, and hands out at once what it has read: a field that need not wait makes
 * nothing above it wait, which is most of what a large answer costs.
 */
export class BatchReader<Key, Value> {
  readonly #reading: Reading;
  readonly #readable: Readable<Key, Value>;
  /** Made when something is read: a request has dozens of readers, and reads by few. */
  #loader: DataLoader<Key, Value, string> | undefined;
  #known: Map<string, { value: Value }> | undefined;

  constructor(reading: Reading, readable: Readable<Key, Value>) {
    this.#reading = reading;
    this.#readable = readable;
  }

  /** The value of a key: now if it has been read, else when it will be, together with what else is asked for meanwhile. */
  read(key: Key): Value | Promise<Value> {
    const known = this.#recall(key);
    return known === undefined ? this.#load(key) : known.value;
  }

  /** The values of keys, in their order. */
  async readAll(keys: readonly Key[]): Promise<Value[]> {
    const known = keys.flatMap((key) => this.#recall(key) ?? []);
    if (known.length === keys.length) return known.map(({ value }) => value);
    return await Promise.all(keys.map((key) => this.read(key)));
  }

  /** Reads those of some keys that have not been read. @returns when there is something to wait for. */
  prefetch(keys: readonly Key[]): Promise<unknown> | undefined {
    const unknown = keys.filter((key) => this.#recall(key) === undefined);
    return unknown.length > 0 ? Promise.all(unknown.map((key) => this.#load(key))) : undefined;
  }

  /** Takes a value that was read together with something else. */
  put(key: Key, value: Value): void {
    this.#take(key, value);
  }

  #load(key: Key): Promise<Value> {
    this.#loader ??= new DataLoader(
      async (keys) => {
        const values = await this.#readable.read(keys);
        return keys.map((one, index) => this.#take(one, values[index]));
      },
      { cacheKeyFn: this.#readable.nameOf },
    );
    return this.#loader.load(key);
  }

  #remember(name: string, known: { value: Value }): void {
    this.#known ??= new Map();
    this.#known.set(name, known);
  }

  #recall(key: Key): { value: Value } | undefined {
    const name = this.#readable.nameOf(key);
    const known = this.#known?.get(name);
    if (known !== undefined) return known;
    const { keptAs, implied } = this.#readable;
    const kept = keptAs === undefined ? this.#peek(key) : this.#reading.recall<Value>(keptAs, name);
    if (kept === undefined) return undefined;
    this.#remember(name, kept);
    if (implied !== true) this.#reading.dependOn(kept.dependencies);
    return kept;
  }

  #peek(key: Key): { value: Value; dependencies: readonly Dependency[] } | undefined {
    const value = this.#readable.peek?.(key);
    return value === undefined ? undefined : { value, dependencies: this.#readable.dependencies(key, value) };
  }

  #take(key: Key, value: Value | Error | undefined): Value | Error {
    const { nameOf, dependencies, implied, keptAs } = this.#readable;
    const name = nameOf(key);
    if (value === undefined) return new Error(`Nothing was read for ${name}`);
    if (value instanceof Error) return value;
    const dependsOn = dependencies(key, value);
    this.#remember(name, { value });
    if (implied !== true) this.#reading.dependOn(dependsOn);
    if (keptAs !== undefined) this.#reading.keep(keptAs, name, value, dependsOn);
    return value;
  }
}
