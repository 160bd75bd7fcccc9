import { openScholion, type Scholion } from '../scholion.ts';
import { optimizeLate } from '../store/optimize-late.ts';
import { locationOf, type StoreGiven } from './options.ts';

/** Opens the store with what is kept in memory of it, runs a task on that, and closes it, whatever happens. */
export async function withScholion<Result>(
  given: StoreGiven,
  task: (scholion: Scholion) => Promise<Result>,
): Promise<Result> {
  optimizeLate();
  const scholion = await openScholion(locationOf(given));
  try {
    return await task(scholion);
  } finally {
    await scholion.close();
  }
}
