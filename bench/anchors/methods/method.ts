import type { Origin } from '../draft/draft.ts';
import type { Layout } from '../draft/layout.ts';

/** A place that a method found, in UTF-16 code units of the text. */
export interface Found extends Origin {
  /** What Scholion says of it; the other methods say nothing. */
  status?: string;
}

/** What a method is told about the revision before: its text, and where the words stood there. */
export interface Known {
  before: Layout;
  place: Origin;
  /** The words that are looked for: those of the first revision. */
  exact: string;
  /** As BCP 47 has it. */
  language: string;
}

/** A way to find in a revision the words that were quoted in the one before. */
export interface Method {
  name: string;
  find(known: Known, after: Layout): Found | null;
}

/** How much of the text on either side browser annotation clients keep with a quote, in UTF-16 code units. */
const CONTEXT = 32;

export function contextOf({ before, place }: Known): { prefix: string; suffix: string } {
  return {
    prefix: before.text.slice(Math.max(0, place.start - CONTEXT), place.start),
    suffix: before.text.slice(place.end, place.end + CONTEXT),
  };
}
