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

/** After so many occurrences the search stops, and nothing is found: words so frequent tell no place. */
export const OCCURRENCE_LIMIT = 100_000;

/**
 * Finds the one place in a text where a quote stands verbatim. Prefix and suffix must stand next to it, up to white
 * space; of what is left the place nearest to `near` wins. A tie is ambiguous.
 * @param source the text; the same object again makes the search for what comes close faster.
 */
export function findQuote(source: { readonly text: string }, sought: QuoteSought): QuoteFound {
  const { text } = source;
  const fits = contextTest(text, sought);
  const elsewhere: TextRange[] = [];
  let fitting: TextRange[] = [];
  let occurrences = 0;
  let fittingCount = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const range of occurrencesOf(text, sought.exact)) {
    occurrences += 1;
    if (!fits(range)) {
      if (elsewhere.length < CANDIDATE_LIMIT) elsewhere.push(range);
      continue;
    }
    const distance = sought.near === undefined ? 0 : Math.abs(range.start - sought.near.start);
    if (distance > nearest) continue;
    if (distance < nearest) {
      nearest = distance;
      fitting = [];
      fittingCount = 0;
    }
    fittingCount += 1;
    if (fitting.length < CANDIDATE_LIMIT) fitting.push(range);
  }
  if (occurrences === 0)
    return { outcome: 'not-found', candidates: looseCandidates(source, sought.exact), contextDiffers: false };
  const [only] = fitting;
  if (only === undefined)
    return { outcome: 'not-found', candidates: elsewhere.map(verbatim), contextDiffers: true };
  if (fittingCount === 1 && occurrences < OCCURRENCE_LIMIT) return { outcome: 'found', range: only };
  return {
    outcome: 'ambiguous',
    candidates: fitting.map(verbatim),
    occurrences: occurrences < OCCURRENCE_LIMIT ? fittingCount : occurrences,
  };
}

/** Every place where the words stand, whole characters only, up to the limit; overlapping places count. */
function* occurrencesOf(text: string, words: string): Generator<TextRange> {
  let count = 0;
  for (
    let at = text.indexOf(words);
    at !== -1 && count < OCCURRENCE_LIMIT;
    at = text.indexOf(words, at + 1)
  ) {
    const end = at + words.length;
    if (!isGraphemeBoundary(text, at) || !isGraphemeBoundary(text, end)) continue;
    count += 1;
    yield { start: at, end };
  }
}

function contextTest(text: string, { prefix, suffix }: QuoteSought): (range: TextRange) => boolean {
  const before = prefix === undefined ? null : { verbatim: prefix, collapsed: collapse(prefix) };
  const after = suffix === undefined ? null : { verbatim: suffix, collapsed: collapse(suffix) };
  return ({ start, end }) => {
    if (
      before !== null &&
      !(start >= before.verbatim.length && text.startsWith(before.verbatim, start - before.verbatim.length))
    ) {
      const around = text.slice(Math.max(0, start - 2 * before.verbatim.length - 16), start);
      if (!collapse(around).endsWith(before.collapsed)) return false;
    }
    if (after !== null && !text.startsWith(after.verbatim, end)) {
      const around = text.slice(end, end + 2 * after.verbatim.length + 16);
      if (!collapse(around).startsWith(after.collapsed)) return false;
    }
    return true;
  };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function verbatim(range: TextRange): Candidate {
  return { range, score: 1 };
}
