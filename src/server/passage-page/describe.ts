import { parseReference } from '../../text/reference.ts';

/** What a canonical reference points at, in words for people. */
export function describeReference(urn: string): string {
  const { ref, lastRef, range } = parseReference(urn);
  if (ref === null) return 'The whole text';
  if (lastRef === null) return range === null ? `Block ${ref}` : `Words in block ${ref}`;
  return range === null ? `Blocks ${ref} to ${lastRef}` : `Words from block ${ref} to block ${lastRef}`;
}

/** A day in UTC, such as `25 February 1956`. */
export function describeDay(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
