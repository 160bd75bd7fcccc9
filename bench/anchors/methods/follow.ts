import type { Origin } from '../draft/draft.ts';
import type { Layout } from '../draft/layout.ts';
import type { Found, Method } from './method.ts';

/**
 * Lets a method find a quote in revision after revision; once lost, it stays lost.
 * @param quote where it is in the first one, in UTF-16 code units.
 */
export function follow(
  method: Method,
  revisions: readonly Layout[],
  quote: Origin,
  language: string,
): Found | null {
  const [first] = revisions;
  if (first === undefined) return null;
  const exact = first.text.slice(quote.start, quote.end);
  let place: Found = quote;
  for (const [index, after] of revisions.slice(1).entries()) {
    const before = revisions[index] ?? first;
    const found = method.find({ before, place, exact, language }, after);
    if (found === null) return null;
    place = found;
  }
  return place;
}
