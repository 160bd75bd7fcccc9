import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { TextRange } from '../text/range.ts';
import { CANDIDATE_LIMIT, type Candidate } from './candidate.ts';
import { looseCandidates } from './loose-candidates.ts';

/** The words to find; prefix, suffix and `near` (UTF-16 code units) choose between equals. */
export interface QuoteSought {
  exact: string;
  prefix?: string;
  suffix?: string;
  near?: TextRange;
}

export type QuoteFound =
  | { outcome: 'found'; range: TextRange }
  | { outcome: 'ambiguous'; candidates: Candidate[]; occurrences: number }
  | { outcome: 'not-found'; candidates: Candidate[]; contextDiffers: boolean };

/** After this many occurrences the search stops: the words alone tell nothing any more. */
const OCCURRENCE_LIMIT = 10_000;

/**
 * Finds the one place in a text where a quote stands verbatim. Prefix and suffix must stand next to it, up to white
 * space; of what is left the place nearest to `near` wins. A tie is ambiguous.
 */
export function findQuote(text: string, sought: QuoteSought): QuoteFound {
  const everywhere = occurrences(text, sought.exact);
  if (everywhere.length === 0)
    return { outcome: 'not-found', candidates: looseCandidates(text, sought.exact), contextDiffers: false };
  const fitting = everywhere.filter((range) => contextFits(text, range, sought));
  if (fitting.length === 0)
    return {
      outcome: 'not-found',
      candidates: everywhere.slice(0, CANDIDATE_LIMIT).map(verbatim),
      contextDiffers: true,
    };
  const nearest = sought.near === undefined ? fitting : nearestTo(fitting, sought.near);
  const [only] = nearest;
  if (nearest.length === 1 && only !== undefined) return { outcome: 'found', range: only };
  return {
    outcome: 'ambiguous',
    candidates: nearest.slice(0, CANDIDATE_LIMIT).map(verbatim),
    occurrences: nearest.length,
  };
}

/** Every place where the words stand, whole characters only; overlapping places count. */
function occurrences(text: string, words: string): TextRange[] {
  const found: TextRange[] = [];
  for (
    let at = text.indexOf(words);
    at !== -1 && found.length < OCCURRENCE_LIMIT;
    at = text.indexOf(words, at + 1)
  ) {
    const end = at + words.length;
    if (isGraphemeBoundary(text, at) && isGraphemeBoundary(text, end)) found.push({ start: at, end });
  }
  return found;
}

function contextFits(text: string, range: TextRange, { prefix, suffix }: QuoteSought): boolean {
  if (prefix !== undefined) {
    const before = text.slice(Math.max(0, range.start - 2 * prefix.length - 16), range.start);
    if (!collapse(before).endsWith(collapse(prefix))) return false;
  }
  if (suffix !== undefined) {
    const after = text.slice(range.end, range.end + 2 * suffix.length + 16);
    if (!collapse(after).startsWith(collapse(suffix))) return false;
  }
  return true;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function nearestTo(ranges: TextRange[], near: TextRange): TextRange[] {
  const distance = (range: TextRange): number => Math.abs(range.start - near.start);
  const least = Math.min(...ranges.map(distance));
  return ranges.filter((range) => distance(range) === least);
}

function verbatim(range: TextRange): Candidate {
  return { range, score: 1 };
}
