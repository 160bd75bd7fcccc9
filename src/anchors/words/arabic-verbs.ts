import type { Placed } from './hunks.ts';

/** "Was done" and "is done", of either gender, with what is written onto them. */
const DONE = /^[وف]?س?(?:تم|تمت|يتم|تتم)$/;

/**
 * Whether an Arabic word is a verb's noun of action, and so no name: the passive is said with it and a verb before it, as in
 * تم إغلاقه, it was closed.
 */
export function isNounOfAction({ before }: Placed): boolean {
  return before !== undefined && DONE.test(before.key);
}
