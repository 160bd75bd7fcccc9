import { distance } from 'fastest-levenshtein';
import { isSameName } from './alike.ts';
import { hunksOf, type Placed } from './hunks.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** How the words of one text stand to those of another. */
export interface Strangers {
  /** Words that stand in one text alone and are like none in their place in the other. */
  strangers: number;
  /** Words that stand where one like them does in the other, but are not plainly the same word. */
  lookalikes: number;
  /** Words of some length that stand in both; a Han character is half a word. */
  unchanged: number;
}

/** What scanners take for one another. */
const MISREAD: [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/li/g, 'h'],
  [/[1|!]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
];

/** Counts the words in which two texts differ, by how much; frequent little words count for nothing. */
export function strangersBetween(one: string, other: string): Strangers {
  const left = tokensOf(one);
  const count: Strangers = { strangers: 0, lookalikes: 0, unchanged: 0 };
  let changed = 0;
  for (const { removed, inserted } of hunksOf(left, tokensOf(other))) {
    changed += weigh(removed.map(({ token }) => token));
    if (joined(removed) === joined(inserted)) continue;
    const [lefts, rights] = [contents(removed), contents(inserted)];
    let missing = 0;
    for (const token of lefts) {
      const at = rights.findIndex((candidate) => isLike(token.key, candidate.key));
      if (at === -1) {
        missing += 1;
        continue;
      }
      const [match] = rights.splice(at, 1);
      if (match !== undefined && match.key !== token.key && !isSameName(token.key, match.key))
        count.lookalikes += 1;
    }
    count.strangers += Math.max(missing, rights.length);
  }
  count.unchanged = weigh(left) - changed;
  return count;
}

/** The letters and digits of a text; a Han character, which is half a word, counts as three. */
export function weightOf(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function weigh(tokens: readonly Token[]): number {
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'han') words += 0.5;
    else if (isContent(token) && token.key.length >= 4) words += 1;
  }
  return words;
}

function contents(words: readonly Placed[]): Token[] {
  return words.map(({ token }) => token).filter(isContent);
}

function isContent({ kind, key }: Token): boolean {
  return kind !== 'hiragana' && kind !== 'emoji' && !isStopWord(key);
}

function isLike(one: string, other: string): boolean {
  if (one === other || isSameName(one, other)) return true;
  const length = Math.max(one.length, other.length);
  if (length > 40) return false;
  return distance(misread(one), misread(other)) <= (length <= 2 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3);
}

function misread(word: string): string {
  return MISREAD.reduce((text, [shape, letter]) => text.replace(shape, letter), word);
}

function joined(words: readonly Placed[]): string {
  return words.map(({ token }) => token.key).join('');
}
