import { openStore, type Store } from '../store/store.ts';
import type { StoreGiven } from './options.ts';
import { withOpened } from './with-opened.ts';

/** Runs a task on the store alone, which loads a third of what `withScholion` does. */
export async function withStore<Result>(
  given: StoreGiven,
  task: (store: Store) => Promise<Result>,
): Promise<Result> {
  return await withOpened(openStore, given, task);
}
