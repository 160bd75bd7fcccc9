import { v7 } from 'uuid';

/** A new identifier for a row: a UUID of version 7 (RFC 9562), so that ids sort by age. */
export function newId(): string {
  return v7();
}
