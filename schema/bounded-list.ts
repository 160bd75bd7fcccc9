import { z } from 'zod';
import { LARGEST_PAGE_SIZE } from './page-size.ts';

/** Validates an argument that lists what to look up: as many items as a page may have. */
export function boundedList(name: string) {
  return z
    .array(z.unknown())
    .max(LARGEST_PAGE_SIZE, `\`${name}\` has more than ${LARGEST_PAGE_SIZE} items; ask in several queries.`);
}
