import DataLoader from 'dataloader';

/**
 * Reads many things of one kind at once, and hands out at once what it has read: a field that need not wait makes
 * nothing above it wait, which is most of what a large answer costs.
 */
export class BatchReader<Key, Value> {
  readonly #loader: DataLoader<Key, Value, string>;
  readonly #known = new Map<string, { value: Value }>();
  readonly #nameOf: (key: Key) => string;

  /**
   * @param read answers for each key, in their order, its value or an error.
   * @param nameOf tells keys apart.
   */
  constructor(read: (keys: readonly Key[]) => Promise<ArrayLike<Value>>, nameOf: (key: Key) => string) {
    this.#nameOf = nameOf;
    this.#loader = new DataLoader(
      async (keys) => {
        const values = await read(keys);
        return keys.map((key, index) => this.#keep(nameOf(key), values[index]));
      },
      { cacheKeyFn: nameOf },
    );
  }

  /** The value of a key: now if it has been read, else when it will be, together with what else is asked for meanwhile. */
  read(key: Key): Value | Promise<Value> {
    const name = this.#nameOf(key);
    const known = this.#known.get(name);
    return known === undefined ? this.#loader.load(key) : known.value;
  }

  /** Waits until keys have been read. */
  async prefetch(keys: readonly Key[]): Promise<void> {
    await Promise.all(
      keys.filter((key) => !this.#known.has(this.#nameOf(key))).map((key) => this.#loader.load(key)),
    );
  }

  #keep(name: string, value: Value | undefined): Value | Error {
    if (value === undefined) return new Error(`Nothing was read for ${name}`);
    this.#known.set(name, { value });
    return value;
  }
}
