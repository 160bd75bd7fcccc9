import type { StoreLocation } from '../store/database.ts';
import { optimizeLate } from '../store/optimize-late.ts';
import { locationOf, type StoreGiven } from './options.ts';

/** Opens what a command works on, runs a task on it, and closes it, whatever happens. */
export async function withOpened<Opened extends { close(): Promise<void> }, Result>(
  open: (location: StoreLocation) => Promise<Opened>,
  given: StoreGiven,
  task: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  optimizeLate();
  const opened = await open(locationOf(given));
  try {
    return await task(opened);
  } finally {
    await opened.close();
  }
}
