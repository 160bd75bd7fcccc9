import type { EverydayWords } from './analysis/everyday-words.ts';
import { isNounOfAction } from './arabic-words.ts';
import { countsOther } from './counts.ts';
import { dateOf } from './date-words.ts';
import { STRICT, withoutForms } from './forms.ts';
import { isEverydayNoun, leaveTheirArticle } from './german-nouns.ts';
import { hanOf } from './han.ts';
import type { Hunk, Placed } from './hunks.ts';
import { isGerman, isName } from './names.ts';
import { deniesTheOther, hanNegations, negationOf } from './negations.ts';
import { areOpposites } from './opposites.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** Longer stretches are not searched for words that deny each other. */
const PAIR_LIMIT = 2500;

/** What is known of two texts that are compared. */
export interface Known {
  /** BCP 47; without it, words are taken for what they are in the most languages. */
  language?: string | undefined;
  /** The everyday words of either. */
  removed: EverydayWords;
  inserted: EverydayWords;
}

/** Whether a stretch that differs says something else: another name, number, date, or a yes for a no. */
export function saysOther(hunk: Hunk, known: Known, same = STRICT): boolean {
  const { language } = known;
  if (joined(hunk.removed) === joined(hunk.inserted) || isTransposed(hunk)) return false;
  const { removed, inserted } = withoutForms(hunk, same, language);
  const [left, right] = [tokensIn(removed), tokensIn(inserted)];
  return (
    countsOther(removed, inserted, language) ||
    deniesOther(left, right, language) ||
    showsOther(left, right) ||
    (removed.some(isUnit) && inserted.some(isUnit)) ||
    namesOther(removed, right, language) ||
    namesOther(inserted, left, language) ||
    (mayNameOther(removed, inserted) && !(known.removed.are(removed) && known.inserted.are(inserted)))
  );
}

/** Whether words of a script without capitals, where any may be a name, gave way to others. */
function mayNameOther(removed: readonly Placed[], inserted: readonly Placed[]): boolean {
  const [left, right] = [tokensIn(removed), tokensIn(inserted)];
  const isReplaced =
    (isContent(left) && right.some(isUncased)) ||
    (isContent(right) && left.some(isUncased)) ||
    isSpeltOut(left, right) ||
    isSpeltOut(right, left);
  return isReplaced && ![...removed, ...inserted].every((word) => isLittle(word) || isNounOfAction(word));
}

function isLittle({ token: { kind, key } }: Placed): boolean {
  return kind === 'word' && isStopWord(key);
}

function tokensIn(words: readonly Placed[]): Token[] {
  return words.map(({ token }) => token);
}

/** Whether a word after a number may be what it counts: 5 mg, 5 am. */
function isUnit({ token, before }: Placed): boolean {
  const isShort = token.kind === 'word' && token.key.length <= 2;
  return isShort && before?.kind === 'number' && (/^[ap]m$/.test(token.key) || !isStopWord(token.key));
}

/** Whether two characters changed places, as in a slip of the pen: one of them a particle, as 海南 is not 南海. */
function isTransposed({ removed, inserted }: Hunk): boolean {
  const [first, second] = removed.map(({ token }) => token);
  const [third, fourth] = inserted.map(({ token }) => token);
  if (removed.length !== 2 || inserted.length !== 2) return false;
  if (first === undefined || second === undefined || first.key !== fourth?.key || second.key !== third?.key)
    return false;
  return [first, second].some(({ kind, key }) => kind === 'hiragana' || (kind === 'han' && isStopWord(key)));
}

/** Whether Han characters became Hiragana: a Japanese name may be written in either. */
function isSpeltOut(left: readonly Token[], right: readonly Token[]): boolean {
  return isContent(left) && right.length >= 2 && right.every(({ kind }) => kind === 'hiragana');
}

/** Written as one word; numbers that are written together are another number. */
function joined(words: readonly Placed[]): string {
  return words
    .map(({ token: { key } }, index) => {
      const before = words[index - 1]?.token.key.slice(-1) ?? '';
      return /^\p{N}/u.test(key) && /\p{N}/u.test(before) ? ` ${key}` : key;
    })
    .join('');
}

function deniesOther(left: readonly Token[], right: readonly Token[], language?: string): boolean {
  const negations = (tokens: readonly Token[]): string =>
    tokens
      .flatMap(({ key, text, kind }) => (kind === 'word' ? (negationOf(key, text, language) ?? []) : []))
      .concat(hanNegations(hanOf(tokens)))
      .sort()
      .join(' ');
  if (negations(left) !== negations(right) || areOpposites(hanOf(left), hanOf(right))) return true;
  if (left.length * right.length > PAIR_LIMIT) return false;
  return left.some((one) => right.some((other) => deniesTheOther(one.key, other.key)));
}

/** Whether any of the words is a name. A month stays one when it is written short. */
function namesOther(words: readonly Placed[], others: readonly Token[], language?: string): boolean {
  const isGermanText = isGerman(language);
  if (others.length === 0 && isGermanText && leaveTheirArticle(words)) return false;
  return words.some((word) => {
    const { token, before } = word;
    if (!isName(token, before, language) || (isGermanText && isEverydayNoun(word))) return false;
    const date = dateOf(token.key);
    return date === undefined || others.every(({ key }) => dateOf(key) !== date);
  });
}

/** Other flags, and other signs of comparison. */
function showsOther(left: readonly Token[], right: readonly Token[]): boolean {
  return (['flag', 'relation'] as const).some(
    (kind) => left.some((token) => token.kind === kind) && right.some((token) => token.kind === kind),
  );
}

/** Whether the words are of a script without capitals, so that names look like other words. */
function isUncased(token: Token): boolean {
  if (token.kind === 'han' || token.kind === 'katakana') return true;
  return token.kind === 'word' && /^[\p{Lo}\p{M}]/u.test(token.text);
}

/** Whether any of the words are of a script without capitals and not only frequent little ones. */
function isContent(tokens: readonly Token[]): boolean {
  if (tokens.some((token) => token.kind !== 'han' && isUncased(token) && !isStopWord(token.key))) return true;
  const characters = hanOf(tokens);
  const isOneWord = characters.length > 1 && isStopWord(characters);
  return !isOneWord && [...characters].some(isContentCharacter);
}

/** A month and a day are little words, but one is not the other. */
function isContentCharacter(character: string): boolean {
  if (character === ' ') return false;
  return !isStopWord(character) || /[年月日时時分秒]/.test(character);
}
