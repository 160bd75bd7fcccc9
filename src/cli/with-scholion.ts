import { openScholion, type Scholion } from '../scholion.ts';
import type { StoreGiven } from './options.ts';
import { withOpened } from './with-opened.ts';

/** Runs a task on the store with what is kept in memory of it. */
export async function withScholion<Result>(
  given: StoreGiven,
  task: (scholion: Scholion) => Promise<Result>,
): Promise<Result> {
  return await withOpened(openScholion, given, task);
}
