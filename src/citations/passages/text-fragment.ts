import { CONTEXT_LENGTH } from '../../anchors/quote.ts';
import { UNIT_SEPARATOR } from '../../text/layout.ts';

/** Longer words, in UTF-16 code units, are pointed at by how they begin and end. */
const WHOLE_LIMIT = 80;

/** How many words a beginning or an end has. */
const END_WORDS = 5;

/** Words shorter than this, in UTF-16 code units, may well stand elsewhere too, so some of what is around them is told. */
const SHORT = 24;

/** How many words are told of what is around. */
const CONTEXT_WORDS = 3;

/** What is longer, in UTF-16 code units, is nothing that a browser need be asked to look for. */
const TERM_LIMIT = 500;

/** How much of each end of long words is looked at, in UTF-16 code units. */
const LOOKED_AT = 1_000;

/** Cuts into words in any script; where there are no spaces, as in Chinese, by dictionary. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

interface Word {
  start: number;
  end: number;
}

/**
 * The fragment directive (https://wicg.github.io/scroll-to-text-fragment/) that makes a browser show words in a page that
 * has them: `:~:text=The%20basic,as%20follows`. It goes after the `#` of the page's address.
 *
 * Browsers look for whole words, so a word that is cut is completed from what is around it, and punctuation at the ends is
 * left out; white space is as a page shows it. Long words, and those over several blocks, are told by how they begin and end.
 * @param text the words.
 * @param prefix what stands right before them, as `quoteOf` gives it.
 * @param suffix what stands right after them.
 * @returns the empty string where there are no words.
 */
export function textFragment(text: string, prefix: string, suffix: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return '';
  const [before, after] = [sameBlock(prefix, -1), sameBlock(suffix, 0)];
  if (text.length > 2 * LOOKED_AT) {
    const [head, tail] = [before + text.slice(0, LOOKED_AT), text.slice(-LOOKED_AT) + after];
    // The words at the cuts are halves.
    const first = wordsIn(head, before.length, head.length).slice(0, -1);
    const last = wordsIn(tail, 0, LOOKED_AT).slice(1);
    return directive([beginning(head, first, END_WORDS), ending(tail, last, END_WORDS)]);
  }
  const around = before + text + after;
  const words = wordsIn(around, before.length, before.length + text.length);
  const whole = spanOf(around, words);
  const several = words.length > 1 && (whole.length > WHOLE_LIMIT || whole.includes(UNIT_SEPARATOR));
  if (several) {
    const count = Math.min(END_WORDS, Math.floor(words.length / 2));
    return directive([beginning(around, words, count), ending(around, words, count)]);
  }
  return whole.length < SHORT ? inContext(around, words, prefix, suffix) : directive([whole]);
}

/** The directive for few words, with some of what is around them in their block. */
function inContext(around: string, inside: readonly Word[], prefix: string, suffix: string): string {
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return '';
  const earlier = wordsIn(around, 0, first.start);
  const later = wordsIn(around, last.end, around.length);
  // A word at the far end of a context as long as contexts are is likely cut.
  if (isCut(prefix, -1)) earlier.shift();
  if (isCut(suffix, 0)) later.pop();
  const lead = spanOf(around, earlier.slice(-CONTEXT_WORDS));
  const trail = spanOf(around, later.slice(0, CONTEXT_WORDS));
  return directive([spanOf(around, inside)], lead, trail);
}

function isCut(context: string, part: number): boolean {
  return sameBlock(context, part) === context && [...context].length >= CONTEXT_LENGTH;
}

/** The directive for words, or for how they begin and end; the empty string where there are none, or they are too long. */
function directive(terms: readonly string[], lead = '', trail = ''): string {
  if (terms.some(({ length }) => length === 0 || length > TERM_LIMIT)) return '';
  const parts = [
    ...(lead === '' ? [] : [`${encode(lead)}-`]),
    ...terms.map(encode),
    ...(trail === '' ? [] : [`-${encode(trail)}`]),
  ];
  return `:~:text=${parts.join(',')}`;
}

/** The part of a context that is in the block of the words. */
function sameBlock(context: string, part: number): string {
  return context.split(UNIT_SEPARATOR).at(part) ?? '';
}

/** The words of a text that stand, at least in part, in a range of it. */
function wordsIn(text: string, from: number, to: number): Word[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
    .filter(({ start, end }) => end > from && start < to);
}

/** The first few words, as far as they are in one block. */
function beginning(text: string, words: readonly Word[], count: number): string {
  const [first] = words;
  const border = text.indexOf(UNIT_SEPARATOR, first?.start);
  const inBlock = words.filter(({ end }) => border === -1 || end <= border);
  return spanOf(text, inBlock.slice(0, count));
}

/** The last few words, as far as they are in one block. */
function ending(text: string, words: readonly Word[], count: number): string {
  const border = text.lastIndexOf(UNIT_SEPARATOR, words.at(-1)?.start);
  const inBlock = words.filter(({ start }) => start >= border);
  return spanOf(text, inBlock.slice(-count));
}

function spanOf(text: string, words: readonly Word[]): string {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

/** Hyphens, commas and ampersands are what holds a directive together. */
function encode(words: string): string {
  const shown = words.replace(/\s+/gu, ' ').toWellFormed();
  return encodeURIComponent(shown).replaceAll('-', '%2D');
}
