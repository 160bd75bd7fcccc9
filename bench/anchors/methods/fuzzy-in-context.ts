import search, { type Match } from 'approx-string-match';
import { contextOf, type Method } from './method.ts';

/** What quote, context and place count for, as in the clients of browser annotation that use this library. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, place: 2 };
const TOTAL = WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.place;

/** How many errors a match may have at most, and for each UTF-16 code unit of the quote. */
const MOST_ERRORS = 256;
const ERRORS_PER_UNIT = 0.5;

/** The best approximate match, by its likeness, by that of what stands around it, and a little by where it is. */
export const fuzzyInContext: Method = {
  name: 'approx-string-match',
  find(known, { text }) {
    const { exact, place } = known;
    const { prefix, suffix } = contextOf(known);
    let best: Match | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const match of matches(text, exact)) {
      const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
      const after = text.slice(match.end, match.end + suffix.length);
      const score =
        WEIGHTS.quote * (1 - match.errors / exact.length) +
        WEIGHTS.prefix * likeness(before, prefix) +
        WEIGHTS.suffix * likeness(after, suffix) +
        WEIGHTS.place * (1 - Math.abs(match.start - place.start) / text.length);
      if (score / TOTAL <= bestScore) continue;
      bestScore = score / TOTAL;
      best = match;
    }
    return best;
  },
};

function matches(text: string, exact: string): Match[] {
  const verbatim: Match[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    verbatim.push({ start: at, end: at + exact.length, errors: 0 });
  }
  if (verbatim.length > 0) return verbatim;
  return search(text, exact, Math.min(MOST_ERRORS, exact.length * ERRORS_PER_UNIT));
}

/** 0 to 1; 1 where there is no context to compare. */
function likeness(text: string, context: string): number {
  if (context === '') return 1;
  if (text === '') return 0;
  const [match] = search(text, context, context.length);
  return match === undefined ? 0 : 1 - match.errors / context.length;
}
