import type { Sameness } from './forms.ts';
import { hunksOf, type Placed, whole } from './hunks.ts';
import { isMisread, isMisreadName, isMisreadSaying, isMisreadWord } from './misreading.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokensOf } from './tokens.ts';
import { saysOther } from './verdict.ts';

/** In what the words of one text differ from those of another, taken for a misread copy of it. */
export interface Misreading {
  /** Whether a name, number, date or negation differs, misread names apart. */
  saysOther: boolean;
  /** Words that stand in one text alone and are like none in their place in the other. */
  strangers: number;
  /** Stretches where a word or several are like those of the other text, but are not plainly the same. */
  lookalikes: number;
  /** Words of some length that stand in both; a Han character is half a word. */
  unchanged: number;
}

/** Stretches of more words are not compared word by word. */
const PAIR_LIMIT = 2500;
/** Characters of Japanese and Chinese that join words and may be missing. */
const PARTICLES = new Set('をはがのにへともでや的了着地得之');

const MISREAD: Sameness = { isSameName: isMisreadName, isSameSaying: isMisreadSaying };

/** A copy has no other words than its original, everyday ones or not. */
const NONE = { are: () => false };

/** Compares words with what they may have been copied from. @param language BCP 47. */
export function misreadingOf(copy: string, words: string, language?: string): Misreading {
  const left = tokensOf(copy);
  const known = { language, removed: NONE, inserted: NONE };
  const misreading: Misreading = { saysOther: false, strangers: 0, lookalikes: 0, unchanged: 0 };
  let changed = 0;
  for (const hunk of hunksOf(whole(left), whole(tokensOf(words)))) {
    const removed = hunk.removed.filter(isWord);
    const inserted = hunk.inserted.filter(isWord);
    changed += weigh(removed.map(({ token }) => token));
    misreading.saysOther ||= saysOther(hunk, known, MISREAD);
    const [one, other] = [joined(removed), joined(inserted)];
    if (one === other || unpaired(removed, inserted, isMisreadName) === 0) continue;
    const strangers = unpaired(removed, inserted, isMisreadWord);
    if (strangers === 0 || isMisread(one, other, 1)) misreading.lookalikes += 1;
    else misreading.strangers += strangers;
  }
  misreading.unchanged = weigh(left) - changed;
  return misreading;
}

/** The letters and digits of a text; a Han character, which is half a word, counts as three. */
export function weightOf(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** How many words are left, on the side that has more, when those that are alike are paired. */
function unpaired(
  removed: readonly Placed[],
  inserted: readonly Placed[],
  isAlike: (one: string, other: string) => boolean,
): number {
  const rights = [...inserted];
  if (removed.length * inserted.length > PAIR_LIMIT) return Math.max(removed.length, inserted.length);
  const lefts = removed.filter(({ token: { key } }) => {
    const at = rights.findIndex(({ token }) => token.key === key || isAlike(key, token.key));
    if (at !== -1) rights.splice(at, 1);
    return at === -1;
  });
  const count = (words: readonly Placed[]): number => words.filter((word) => !isNegligible(word)).length;
  return Math.max(count(lefts), count(rights));
}

/** A particle, or a character that stands there twice. */
function isNegligible({ token: { kind, key }, before }: Placed): boolean {
  return (kind === 'hiragana' || kind === 'han') && (PARTICLES.has(key) || before?.key === key);
}

function isWord({ token }: Placed): boolean {
  return token.kind !== 'emoji';
}

function weigh(tokens: readonly Token[]): number {
  let words = 0;
  for (const { kind, key } of tokens) {
    if (kind === 'han') words += 0.5;
    else if (kind !== 'hiragana' && kind !== 'emoji' && key.length >= 4 && !isStopWord(key)) words += 1;
  }
  return words;
}

function joined(words: readonly Placed[]): string {
  return words.map(({ token }) => token.key).join('');
}
