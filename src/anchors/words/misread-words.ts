import { hunksOf, type Placed } from './hunks.ts';
import { isMisread, isMisreadName } from './misreading.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokensOf } from './tokens.ts';
import { saysOther } from './verdict.ts';

/** In what the words of one text differ from those of another, taken for a misread copy of it. */
export interface Misreading {
  /** Whether a name, number, date or negation differs, misread names apart. */
  saysOther: boolean;
  /** Words that stand in one text alone and are like none in their place in the other; frequent little ones count half, characters of scripts without spaces a quarter. */
  strangers: number;
  /** Stretches where a word or several are like those of the other text, but are not plainly the same. */
  lookalikes: number;
  /** Words of some length that stand in both; a Han character is half a word. */
  unchanged: number;
}

/** Stretches of more words are not compared word by word. */
const PAIR_LIMIT = 2500;

/** Compares words with what they may have been copied from. @param language BCP 47. */
export function misreadingOf(copy: string, words: string, language?: string): Misreading {
  const left = tokensOf(copy);
  const hunks = hunksOf(left, tokensOf(words));
  const misreading: Misreading = { saysOther: false, strangers: 0, lookalikes: 0, unchanged: 0 };
  let changed = 0;
  for (const hunk of hunks) {
    changed += weigh(hunk.removed.map(({ token }) => token));
    misreading.saysOther ||= saysOther(hunk, language, isMisreadName);
    const [one, other] = [joined(hunk.removed), joined(hunk.inserted)];
    if (one === other) continue;
    const [lefts, rights] = unlike(hunk.removed, hunk.inserted, isMisreadName);
    if (lefts.length + rights.length === 0) continue;
    if (isMisread(one, other)) misreading.lookalikes += 1;
    else misreading.strangers += strangersAmong(lefts, rights);
  }
  misreading.unchanged = weigh(left) - changed;
  return misreading;
}

/** The letters and digits of a text; a Han character, which is half a word, counts as three. */
export function weightOf(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function strangersAmong(removed: readonly Token[], inserted: readonly Token[]): number {
  const [lefts, rights] = unlikeTokens(removed, inserted, isMisreadWord);
  const count = (tokens: readonly Token[]): number =>
    tokens.reduce((sum, token) => sum + strangeness(token), 0);
  return Math.max(count(lefts), count(rights));
}

function isMisreadWord(one: string, other: string): boolean {
  if (isMisread(one, other)) return true;
  // Of two letters one may be wrong, if that does not make it another little word.
  const isShort = one.length <= 2 && other.length <= 2 && other.length + one.length > 1;
  return isShort && !isStopWord(one) && [...one].some((letter) => other.includes(letter));
}

/** How much of a word a token is that stands in one text alone. */
function strangeness({ kind, key }: Token): number {
  if (kind === 'emoji') return 0;
  if (kind === 'hiragana' || kind === 'han') return 0.25;
  return isStopWord(key) ? 0.5 : 1;
}

function unlike(
  removed: readonly Placed[],
  inserted: readonly Placed[],
  isAlike: (one: string, other: string) => boolean,
): [Token[], Token[]] {
  const tokens = (words: readonly Placed[]): Token[] => words.map(({ token }) => token);
  return unlikeTokens(tokens(removed), tokens(inserted), isAlike);
}

/** What is left when words that are alike are paired. */
function unlikeTokens(
  removed: readonly Token[],
  inserted: readonly Token[],
  isAlike: (one: string, other: string) => boolean,
): [Token[], Token[]] {
  const rights = [...inserted];
  if (removed.length * inserted.length > PAIR_LIMIT) return [[...removed], rights];
  const lefts = removed.filter(({ key }) => {
    const at = rights.findIndex((other) => other.key === key || isAlike(key, other.key));
    if (at !== -1) rights.splice(at, 1);
    return at === -1;
  });
  return [lefts, rights];
}

function weigh(tokens: readonly Token[]): number {
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'han') words += 0.5;
    else if (isContent(token) && token.key.length >= 4) words += 1;
  }
  return words;
}

function isContent({ kind, key }: Token): boolean {
  return kind !== 'hiragana' && kind !== 'han' && kind !== 'emoji' && !isStopWord(key);
}

function joined(words: readonly Placed[]): string {
  return words.map(({ token }) => token.key).join('');
}
