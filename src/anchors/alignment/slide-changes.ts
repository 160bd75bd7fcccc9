import type { SentenceIndex } from './sentence-index.ts';
import type { Area, TokenMap } from './token-map.ts';
import type { Tokens } from './tokens.ts';

/** How far a change is slid at most, in tokens. */
const SLIDE_LIMIT = 200;

/**
 * Puts insertions and deletions where people make them. "A. The end." becomes "A. The middle. The end.": whether ". The
 * middle" or "The middle. " was inserted, the words alone do not say; that a sentence was, is what a person would. Every
 * insertion and deletion is slid to where it starts a unit, or else a sentence, if equal words allow it.
 */
export function slideChanges(map: TokenMap, before: SentenceIndex, after: SentenceIndex): void {
  for (const area of map.areas) {
    const inserted = {
      tokens: map.after,
      sentences: after,
      partner: map.origin,
      span: area.after,
      other: area.before,
    };
    slide(inserted, (token, origin) => move(map, origin, token));
    const deleted = {
      tokens: map.before,
      sentences: before,
      partner: map.image,
      span: area.before,
      other: area.after,
    };
    slide(deleted, (token, image) => move(map, token, image));
  }
}

function move(map: TokenMap, before: number, after: number): void {
  const oldImage = map.image[before] ?? -1;
  const oldOrigin = map.origin[after] ?? -1;
  if (oldImage >= 0 && map.origin[oldImage] === before) map.origin[oldImage] = -1;
  if (oldOrigin >= 0 && map.image[oldOrigin] === after) map.image[oldOrigin] = -1;
  map.pair(before, after);
}

/** One text of an area. */
interface Side {
  tokens: Tokens;
  sentences: SentenceIndex;
  /** For each token the one of the other text that it is paired with, or -1. */
  partner: Int32Array;
  span: Area['before'];
  /** The other text's. */
  other: Area['before'];
}

/** Slides the unpaired stretches of one text. @param repair pairs a token with one of the other text. */
function slide(side: Side, repair: (token: number, other: number) => void): void {
  const { partner, span } = side;
  for (let start = span.start; start < span.end; ) {
    if (partnerOf(side, start) >= 0) {
      start += 1;
      continue;
    }
    let end = start + 1;
    while (end < span.end && partnerOf(side, end) < 0) end += 1;
    const offset = bestOffset(side, start, end);
    for (let step = 0; step < -offset; step += 1) repair(end - 1 - step, partner[start - 1 - step] ?? -1);
    for (let step = 0; step < offset; step += 1) repair(start + step, partner[end + step] ?? -1);
    start = Math.max(end, end + offset);
  }
}

function partnerOf({ partner, span, other }: Side, token: number): number {
  if (token < span.start) return other.start - 1;
  return token < span.end ? (partner[token] ?? -1) : other.end;
}

/** How many tokens a stretch is to be slid: to the left when negative. */
function bestOffset(side: Side, start: number, end: number): number {
  const { tokens, span } = side;
  // Where something stands in its place, it is a replacement.
  if (partnerOf(side, end) !== partnerOf(side, start - 1) + 1) return 0;
  const isEqual = (left: number, right: number): boolean => tokens.kinds[left] === tokens.kinds[right];
  const follows = (left: number): boolean => partnerOf(side, left + 1) === partnerOf(side, left) + 1;
  let best = 0;
  for (let step = 1; step <= SLIDE_LIMIT; step += 1) {
    const from = start - step;
    if (from < span.start || !isEqual(from, end - step) || partnerOf(side, from) < 0) break;
    if (step > 1 && !follows(from)) break;
    if (rank(side, start - step) > rank(side, start + best)) best = -step;
  }
  for (let step = 1; step <= SLIDE_LIMIT; step += 1) {
    const to = end + step - 1;
    if (to >= span.end || !isEqual(to, start + step - 1) || partnerOf(side, to) < 0) break;
    if (step > 1 && !follows(to - 1)) break;
    if (rank(side, start + step) > rank(side, start + best)) best = step;
  }
  return best;
}

/** How good a place for a change to start a token is. */
function rank({ tokens, sentences, span }: Side, token: number): number {
  if (token >= span.end) return 0;
  if (tokens.firstOf[tokens.texts[token] ?? 0] === token) return 2;
  return sentences.span(sentences.of(token)).start === token ? 1 : 0;
}
