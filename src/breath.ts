import { setImmediate } from 'node:timers/promises';

/** How long, in milliseconds, a long computation may keep everybody else waiting. */
const LONGEST_HOLD = 20;

/** A function to await between the parts of a long computation: now and then it lets others have their turn. */
export function createBreath(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_HOLD) return;
    await setImmediate();
    since = performance.now();
  };
}
