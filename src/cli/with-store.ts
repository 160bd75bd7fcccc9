import { optimizeLate } from '../store/optimize-late.ts';
import { openStore, type Store } from '../store/store.ts';
import { locationOf, type StoreGiven } from './options.ts';

/** Opens the store alone, which loads a third of what `withScholion` does, runs a task on it, and closes it, whatever happens. */
export async function withStore<Result>(
  given: StoreGiven,
  task: (store: Store) => Promise<Result>,
): Promise<Result> {
  optimizeLate();
  const store = await openStore(locationOf(given));
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}
