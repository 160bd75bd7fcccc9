import DataLoader from 'dataloader';
import { BatchReader } from './batch-reader.ts';
import { groupBy } from './group-by.ts';

/** A reader of things by their ids, null where there is none. */
export function fromMap<Value>(
  read: (ids: readonly string[]) => Promise<Map<string, Value>>,
): BatchReader<string, Value | null> {
  return new BatchReader(
    async (ids) => {
      const found = await read(ids);
      return ids.map((id) => found.get(id) ?? null);
    },
    (id) => id,
  );
}

/** A reader of rows by their ids, null where there is none. */
export function byId<Value extends { id: string }>(
  read: (ids: string[]) => Promise<Value[]>,
): BatchReader<string, Value | null> {
  return fromMap(async (ids) => new Map((await read([...ids])).map((value) => [value.id, value])));
}

/** Runs together what is asked for in the same way, and keeps nothing. */
export function grouped<Key, Value>(
  groupOf: (key: Key) => string,
  run: (keys: Key[], sample: Key) => Promise<Value[]>,
): DataLoader<Key, Value> {
  return new DataLoader(
    async (keys) => {
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
      return keys.map((key) => answers.get(key) ?? new Error('A loader gave no answer for a key'));
    },
    { cache: false },
  );
}
