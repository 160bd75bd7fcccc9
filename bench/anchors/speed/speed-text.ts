import type { UnitRange } from '../../../src/anchors/unit-range.ts';
import { integerBelow, pick, type Random } from '../../random.ts';
import { textOfSentence } from '../draft/draft.ts';
import { PARAGRAPH_BREAK } from '../draft/layout.ts';
import type { Writer } from '../texts/generated.ts';

/** Two revisions of a text, as its paragraphs. */
export interface Revisions {
  before: string[];
  after: string[];
}

/** Words of the earlier revision that an anchor was made on. */
export interface Anchor {
  range: UnitRange;
  exact: string;
}

/** About how long a paragraph is, in UTF-16 code units. */
const PARAGRAPH = 500;

/** How many words an anchor is on at most. */
const LONGEST = 6;

/** @param length of the text, in UTF-16 code units; it may be a little more. */
export function writeText(write: Writer, length: number): string[] {
  const paragraphs: string[] = [];
  for (let total = 0; total < length; total += PARAGRAPH_BREAK.length) {
    const sentences: string[] = [];
    let size = 0;
    while (size < PARAGRAPH) {
      const sentence = textOfSentence(write());
      sentences.push(sentence);
      size += sentence.length + 1;
    }
    paragraphs.push(sentences.join(' '));
    total += size - 1;
  }
  return paragraphs;
}

/**
 * Puts words in, takes words out or puts others in their place, all over the text.
 * @param sizes how many words an edit takes or brings, one of these each time.
 */
export function scatterEdits(
  before: readonly string[],
  edits: number,
  sizes: readonly number[],
  random: Random,
): string[] {
  const paragraphs = before.map((text) => text.split(' '));
  const someWords = (size: number): string[] =>
    Array.from({ length: size }, () => pick(random, pick(random, paragraphs)));
  for (let left = edits; left > 0; left -= 1) {
    const words = pick(random, paragraphs);
    const size = pick(random, sizes);
    const at = integerBelow(random, words.length);
    const way = integerBelow(random, 3);
    if (way === 0) words.splice(at, 0, ...someWords(size));
    else if (way === 1 && words.length > size) words.splice(at, size);
    else words.splice(at, size, ...someWords(size));
  }
  return paragraphs.map((words) => words.join(' '));
}

/** Anchors on a few words each, from all over the text. */
export function scatterAnchors(paragraphs: readonly string[], count: number, random: Random): Anchor[] {
  return Array.from({ length: count }, () => {
    const unit = integerBelow(random, paragraphs.length);
    const text = paragraphs[unit] ?? '';
    const words = [...text.matchAll(/\S+/g)];
    const first = integerBelow(random, words.length);
    const last = Math.min(words.length - 1, first + integerBelow(random, LONGEST));
    const start = words[first]?.index ?? 0;
    const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
    const range = { start: { unit, offset: start }, end: { unit, offset: end } };
    return { range, exact: text.slice(start, end) };
  });
}

/** The same words in memory of their own, as they are when each revision is read from a database. */
export function freshCopy(paragraphs: readonly string[]): string[] {
  return paragraphs.map((text) => Buffer.from(text).toString());
}
