import type { TextRange } from '../text/range.ts';
import { bestApart, CANDIDATE_LIMIT, type Candidate } from './candidate.ts';
import { type Context, contextLikeness, foldedContext, similarContext, verbatimContext } from './context.ts';
import { type FoldedText, foldedSource } from './fold.ts';
import { foldedPlaces, isWholeWords, PLACE_LIMIT } from './folded-places.ts';
import { fuzzyPlaces } from './fuzzy-places.ts';
import { longestParts } from './longest-parts.ts';
import { OCCURRENCE_LIMIT, occurrencesOf, type Sifted, sift } from './occurrences.ts';
import { SoughtWords } from './sought-words.ts';

/** The words to find; prefix, suffix and `near` (UTF-16 code units) choose between equals. */
export interface QuoteSought extends Context {
  exact: string;
  near?: TextRange;
  /** Of the text, a BCP 47 tag. */
  language?: string;
}

export type QuoteFound =
  | { outcome: 'found'; range: TextRange; verbatim: boolean; score: number }
  | { outcome: 'ambiguous'; candidates: Candidate[]; occurrences: number }
  | { outcome: 'not-found'; candidates: Candidate[]; contextDiffers: boolean };

/** From this score on words are taken for a quote that stands nowhere verbatim; docs/anchoring.md has the table. */
export const FLOOR = 0.8;
/** How much better than the next best a place must be to be the one that is meant; docs/anchoring.md has the table. */
export const MARGIN = 0.05;
/** How much more like the context what stands beside a place must be to decide between equals. */
const CONTEXT_MARGIN = 0.1;
/** What is no more like a quote than this is not worth showing. */
const SHOWN_FLOOR = 0.6;
/** The share of a quote's characters that may be wrong where it is to be shown. */
const SHOWN_ERRORS = 0.5;

/**
 * Finds the one place in a text where a quote stands: verbatim, or else but for case, accents, white space, quotation
 * marks and the like, or else with a few characters wrong, if that says the same and nothing else comes as close. Prefix
 * and suffix must stand next to it, as much alike as the quote itself; of what is left the place nearest to `near` wins. A
 * tie is ambiguous.
 * @param source the text; the same object again makes the search for what is not verbatim faster.
 * @returns a range in whole graphemes; `candidates` best first, none overlapping, with scores as Candidate has them.
 */
export function findQuote(source: { readonly text: string }, sought: QuoteSought): QuoteFound {
  return findVerbatim(source, sought) ?? findSimilar(source, sought);
}

function findVerbatim(source: { readonly text: string }, sought: QuoteSought): QuoteFound | null {
  const { text } = source;
  const { exact, near } = sought;
  const among = (fits: (range: TextRange) => boolean): Sifted =>
    sift(text, occurrencesOf(text, exact), fits, near);
  let sifted = among(verbatimContext(text, sought));
  if (sifted.occurrences === 0) return null;
  if (sifted.fittingCount === 0) sifted = among(foldedContext(foldedSource(source), sought));
  const [only] = sifted.fitting;
  if (only === undefined)
    return { outcome: 'not-found', candidates: sifted.elsewhere.map(verbatim), contextDiffers: true };
  const all = sifted.occurrences < OCCURRENCE_LIMIT;
  if (sifted.fittingCount === 1 && all) return { outcome: 'found', range: only, verbatim: true, score: 1 };
  return {
    outcome: 'ambiguous',
    candidates: sifted.fitting.map(verbatim),
    occurrences: all ? sifted.fittingCount : sifted.occurrences,
  };
}

function findSimilar(source: { readonly text: string }, sought: QuoteSought): QuoteFound {
  const { text } = source;
  const words = new SoughtWords(sought.exact, sought.language);
  if (words.folded === '') return { outcome: 'not-found', candidates: [], contextDiffers: false };
  const folded = foldedSource(source);
  const judge = (ranges: readonly TextRange[]): Candidate[] =>
    ranges.map((range) => ({ range, score: words.score(text.slice(range.start, range.end)) }));
  const written = foldedPlaces(text, folded, words);
  if (written.length > 0) {
    const complete = written.length < PLACE_LIMIT;
    const found = choose(text, folded, words, sought, judge(written), complete);
    if (found.outcome !== 'not-found' || found.contextDiffers) return found;
  }
  const { ranges, complete } = fuzzyPlaces(text, folded, words, SHOWN_ERRORS, 2 * CANDIDATE_LIMIT);
  const candidates = judge([...written.slice(0, CANDIDATE_LIMIT), ...ranges]);
  const found = choose(text, folded, words, sought, bestApart(candidates, 2 * CANDIDATE_LIMIT), complete);
  if (found.outcome !== 'not-found' || found.candidates.length > 0) return found;
  return { ...found, candidates: longestParts(text, folded, words, CANDIDATE_LIMIT) };
}

/** The one of several candidates that is meant, if it is clear which. */
function choose(
  text: string,
  folded: FoldedText,
  words: SoughtWords,
  sought: QuoteSought,
  candidates: readonly Candidate[],
  complete: boolean,
): QuoteFound {
  const shown = (): Candidate[] =>
    bestApart(
      candidates.filter(({ score }) => score >= SHOWN_FLOOR),
      CANDIDATE_LIMIT,
    );
  const accepted: Candidate[] = [];
  let refused = 0;
  for (const candidate of candidates) {
    const { range, score } = candidate;
    const alike = score >= FLOOR && isWholeWords(text, range);
    if (alike && words.accepts(text.slice(range.start, range.end))) accepted.push(candidate);
    else refused = Math.max(refused, candidate.score);
  }
  const fits = similarContext(folded, sought);
  const fitting = accepted.filter(({ range }) => fits(range));
  const best = fitting.reduce((most, { score }) => Math.max(most, score), 0);
  // Where something that says something else is more like the quote, a misread quote meant that.
  const better = refused > best;
  if (fitting.length === 0 || better)
    return { outcome: 'not-found', candidates: shown(), contextDiffers: accepted.length > 0 && !better };
  const close = fitting.filter(({ score }) => score > best - MARGIN);
  const contenders = nearest(close.length > 1 ? bestBeside(folded, sought, close) : close, sought.near);
  const [only] = contenders;
  if (only !== undefined && contenders.length === 1 && complete)
    return { outcome: 'found', range: only.range, verbatim: false, score: only.score };
  return {
    outcome: 'ambiguous',
    candidates: bestApart(contenders, CANDIDATE_LIMIT),
    occurrences: contenders.length,
  };
}

/** Those whose neighbours are about as much like the context as the best one's. */
function bestBeside(folded: FoldedText, context: Context, candidates: readonly Candidate[]): Candidate[] {
  const compare = contextLikeness(folded, context);
  const measured = candidates.map((candidate) => {
    const { before = 0, after = 0 } = compare(candidate.range);
    return { candidate, likeness: before + after };
  });
  const most = measured.reduce((sofar, { likeness }) => Math.max(sofar, likeness), 0);
  return measured
    .filter(({ likeness }) => likeness > most - CONTEXT_MARGIN)
    .map(({ candidate }) => candidate);
}

function nearest(candidates: readonly Candidate[], near: TextRange | undefined): Candidate[] {
  if (near === undefined) return [...candidates];
  const distance = ({ range }: Candidate): number => Math.abs(range.start - near.start);
  const least = candidates.reduce((sofar, candidate) => Math.min(sofar, distance(candidate)), Infinity);
  return candidates.filter((candidate) => distance(candidate) === least);
}

function verbatim(range: TextRange): Candidate {
  return { range, score: 1 };
}
