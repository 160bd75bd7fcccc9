import { BatchReader, type Readable } from './batch-reader.ts';
import { groupBy } from './group-by.ts';
import type { Reading } from './memory/reading.ts';

type About<Key, Value> = Pick<Readable<Key, Value>, 'dependencies' | 'implied' | 'keptAs' | 'peek'>;

/** Makes readers of the things that a request asks for. */
export class BatchReaders {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  batch<Key, Value>(readable: Readable<Key, Value>): BatchReader<Key, Value> {
    return new BatchReader(this.#reading, readable);
  }

  /** A reader of things by their ids, null where there is none. */
  fromMap<Value>(
    read: (ids: readonly string[]) => Promise<Map<string, Value>>,
    about: About<string, Value | null>,
  ): BatchReader<string, Value | null> {
    return this.batch({
      ...about,
      nameOf: (id) => id,
      read: async (ids) => {
        const found = await read(ids);
        return ids.map((id) => found.get(id) ?? null);
      },
    });
  }

  /** A reader of rows by their ids, null where there is none. */
  byId<Value extends { id: string }>(
    read: (ids: string[]) => Promise<Value[]>,
    about: About<string, Value | null>,
  ): BatchReader<string, Value | null> {
    return this.fromMap(
      async (ids) => new Map((await read([...ids])).map((value) => [value.id, value])),
      about,
    );
  }

  /** A reader of things by something else than their ids, each found by itself. */
  found<By extends object, Value>(
    find: (by: By) => Promise<Value | null>,
    about: About<By, Value | null>,
  ): BatchReader<By, Value | null> {
    return this.batch({
      ...about,
      nameOf: (by) => JSON.stringify(by),
      read: async (keys) => {
        const settled = await Promise.allSettled(keys.map(find));
        return settled.map((one) => (one.status === 'fulfilled' ? one.value : asError(one.reason)));
      },
    });
  }

  /**
   * Runs together what is asked for in the same way.
   * @param groupOf tells ways of asking apart.
   * @param ownerOf tells apart of whom it is asked in one way.
   */
  grouped<Key, Value>(
    groupOf: (key: Key) => string,
    ownerOf: (key: Key) => string,
    run: (keys: Key[], sample: Key) => Promise<Value[]>,
    about: About<Key, Value>,
  ): BatchReader<Key, Value> {
    return this.batch({
      ...about,
      nameOf: (key) => `${ownerOf(key)} ${groupOf(key)}`,
      read: async (keys) => {
        const answers = new Map<Key, Value>();
        const groups = [...groupBy(keys, groupOf).values()];
        await Promise.all(
          groups.map(async (group) => {
            const [sample] = group;
            if (sample === undefined) return;
            const values = await run(group, sample);
            group.forEach((key, index) => {
              const value = values[index];
              if (value !== undefined) answers.set(key, value);
            });
          }),
        );
        return keys.map((key) => answers.get(key) ?? new Error('A reader gave no answer for a key'));
      },
    });
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
