import { v7, validate } from 'uuid';

/** A new identifier for a row: a UUID of version 7 (RFC 9562), so that ids sort by age. */
export function newId(): string {
  return v7();
}

/** Whether a text is a UUID as the database writes them. */
export function isUuid(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}
