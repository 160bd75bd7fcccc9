import { retryOnConflict } from './documents/retry.ts';
import type { Client, Store } from './store/store.ts';

/** How many items go into one transaction, unless all do. */
export const BATCH = 1_000;

/** How long, in milliseconds, a transaction may take that all items are: as long as that may be. */
const WHOLE_LIMIT = 24 * 60 * 60 * 1000;

/** How items of a file are written. */
export interface BatchWriting<Item, Taken> {
  /** Whether all are one transaction, and none stays where `keep` says so at the end. */
  whole: boolean;
  /** Writes a batch. It is called again where others were in the way. */
  write: (statements: Client, batch: readonly Item[]) => Promise<Taken>;
  /** Called with what became of each batch, in order. */
  tell: (taken: Taken) => void;
  keep: () => boolean;
}

/** Writes items as they come, 1,000 in a transaction, or all in one. @returns whether they stay written. */
export async function writeInBatches<Item, Taken>(
  store: Store,
  items: AsyncIterable<Item>,
  { whole, write, tell, keep }: BatchWriting<Item, Taken>,
): Promise<boolean> {
  if (!whole) {
    for await (const batch of batchesOf(items))
      tell(
        await retryOnConflict(() => store.prisma.$transaction((transaction) => write(transaction, batch))),
      );
    return true;
  }
  return await orUndone(store, async (transaction) => {
    for await (const batch of batchesOf(items)) tell(await write(transaction, batch));
    return keep();
  });
}

async function* batchesOf<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

class Undone extends Error {}

/** Runs a transaction that is undone unless it answers true. @returns whether it was not. */
async function orUndone(
  store: Store,
  transaction: (statements: Client) => Promise<boolean>,
): Promise<boolean> {
  try {
    await store.prisma.$transaction(
      async (statements) => {
        if (!(await transaction(statements))) throw new Undone();
      },
      { timeout: WHOLE_LIMIT },
    );
    return true;
  } catch (error) {
    if (error instanceof Undone) return false;
    throw error;
  }
}
