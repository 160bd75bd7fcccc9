import { z } from 'zod';

/** Validates an argument that says how many items to list. */
export function boundedNumber(name: string, most: number) {
  return z
    .number()
    .min(0, `\`${name}\` is negative; give a number from 0 to ${most}.`)
    .max(most, `\`${name}\` is more than ${most}, the most that are listed; give less.`);
}
