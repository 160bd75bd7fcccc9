import DiffMatchPatch from 'diff-match-patch';
import { contextOf, type Method } from './method.ts';

/** The longest pattern that the library's matching takes, in UTF-16 code units. */
const LONGEST = 32;

/** As clients of browser annotation use the library: the farther away a match, the better it must be, but hardly. */
const THRESHOLD = 0.5;
const DISTANCE_PER_LENGTH = 2;

/** Where the head of the quote matches best, after its prefix, up to where its tail does after that. */
export const diffMatch: Method = {
  name: 'diff-match-patch',
  find(known, { text }) {
    const matcher = new DiffMatchPatch();
    matcher.Match_Threshold = THRESHOLD;
    matcher.Match_Distance = DISTANCE_PER_LENGTH * text.length;
    const { exact, place } = known;
    const { prefix } = contextOf(known);
    const before = prefix === '' ? -1 : matcher.match_main(text, prefix, place.start - prefix.length);
    const expected = before === -1 ? place.start : before + prefix.length;
    const head = exact.slice(0, LONGEST);
    const start = matcher.match_main(text, head, expected);
    if (start === -1) return null;
    if (exact.length <= LONGEST) return { start, end: start + exact.length };
    const tail = exact.slice(-LONGEST);
    const tailStart = matcher.match_main(text, tail, start + exact.length - LONGEST);
    if (tailStart === -1 || tailStart + LONGEST <= start) return null;
    return { start, end: tailStart + LONGEST };
  },
};
