import type { TextRange } from '../text/range.ts';
import { CANDIDATE_LIMIT, type Candidate } from './candidate.ts';

/** The least share of a quote's characters that must stand together for a place to be worth showing. */
const LEAST_SHARE = 0.3;

/**
 * Places that a person may have meant by words that stand nowhere verbatim: the words with other case, white space,
 * quotation marks or dashes; failing that, the longest run of words from the quote's start or end. For showing only:
 * nothing is ever put there by itself.
 */
export function looseCandidates(source: { readonly text: string }, words: string): Candidate[] {
  const haystack = foldedSource(source);
  const needle = fold(words).text.trim();
  if (needle === '') return [];
  const whole = placesOf(haystack, needle).map((range) => ({ range, score: 0.9 }));
  if (whole.length > 0) return whole;
  const parts = needle.split(' ');
  const runs = [longestRun(haystack, parts, leading), longestRun(haystack, parts, trailing)];
  const share = (run: string): number => (0.9 * run.length) / needle.length;
  return runs
    .filter((run) => run.length / needle.length >= LEAST_SHARE)
    .sort((a, b) => b.length - a.length)
    .flatMap((run) => placesOf(haystack, run).map((range) => ({ range, score: share(run) })))
    .slice(0, CANDIDATE_LIMIT);
}

interface Folded {
  text: string;
  /** For each code unit of the folded text, where it came from in the original. */
  origins: Int32Array;
  length: number;
}

/** The text folded last: one after the other, quotes are mostly looked for in the same one. */
let last: { source: object; folded: Folded } | undefined;

function foldedSource(source: { readonly text: string }): Folded {
  if (last?.source === source) return last.folded;
  const folded = fold(source.text);
  last = { source, folded };
  return folded;
}

const SAME: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
};

function fold(text: string): Folded {
  const folded: string[] = [];
  const origins = new Int32Array(text.length);
  let spaced = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const space = isSpace(character);
    if (space && spaced) continue;
    spaced = space;
    const lower = character.toLowerCase();
    origins[folded.length] = at;
    folded.push(space ? ' ' : (SAME[character] ?? (lower.length === 1 ? lower : character)));
  }
  return { text: folded.join(''), origins, length: text.length };
}

function isSpace(character: string): boolean {
  return character <= ' ' || (character >= '\u00A0' && character.trim() === '');
}

function placesOf(haystack: Folded, needle: string): TextRange[] {
  const places: TextRange[] = [];
  for (
    let at = haystack.text.indexOf(needle);
    at !== -1 && places.length < CANDIDATE_LIMIT;
    at = haystack.text.indexOf(needle, at + 1)
  ) {
    const last = at + needle.length - 1;
    const start = haystack.origins[at] ?? 0;
    places.push({ start, end: (haystack.origins[last] ?? haystack.length - 1) + 1 });
  }
  return places;
}

const leading = (parts: string[], count: number): string => parts.slice(0, count).join(' ');
const trailing = (parts: string[], count: number): string => parts.slice(parts.length - count).join(' ');

/** The longest run that stands in the text: a longer one can only stand where a shorter one does. */
function longestRun(
  haystack: Folded,
  parts: string[],
  take: (parts: string[], count: number) => string,
): string {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (haystack.text.includes(take(parts, middle))) low = middle;
    else high = middle - 1;
  }
  return take(parts, low);
}
