import { isInCapitals, tellsTooLittle } from '../names/common-words.ts';
import { type Tokens, tokensOf } from '../names/tokens.ts';
import { beginsSmall, beginsWithCapital } from './letter-case.ts';
import type { LexiconPart } from './lexicon-part.ts';

/** A stretch of text that has the words of names. */
export interface Surface {
  text: string;
  words: readonly string[];
  /** For each word whether it begins with a small letter. */
  areSmall: readonly boolean[];
}

export function surfaceOf(text: string): Surface {
  const words = wordsIn(text);
  return { text, words, areSmall: words.map(beginsSmall) };
}

/**
 * How a stretch of text is written that has the words of a name; null where the name is not written so. A word that
 * begins with a capital in the name does in the text. An abbreviation, and a name that is a stop word but for its
 * capitals, have the same letters. A surname begins with a capital, whichever way the registry has it.
 */
export function formOfName(
  part: LexiconPart,
  name: number,
  { text, words, areSmall }: Surface,
  inflected: boolean,
): { respelled: boolean } | null {
  const kind = part.nameKind(name);
  if (areSmall.some((isSmall, place) => isSmall && part.isCapitalized(name, place))) return null;
  if (kind === 'SURNAME' && areSmall.at(-1) === true) return null;
  const nameText = part.text(name);
  if (kind === 'ABBREVIATION' || isStopWordInCapitals(nameText))
    return isSameLetters(words, wordsIn(nameText), inflected) ? { respelled: false } : null;
  if (isPlain(text) && isPlain(nameText)) return { respelled: false };
  return { respelled: isRespelled(words, wordsIn(nameText), inflected) };
}

function isPlain(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function wordsIn(text: string): string[] {
  const tokens: Tokens = tokensOf(text);
  return tokens.starts.map((start, index) => text.slice(start, tokens.ends[index]));
}

function isStopWordInCapitals(name: string): boolean {
  return isInCapitals(name) && tellsTooLittle(name.toLowerCase(), tokensOf(name.toLowerCase()), null);
}

/** Whether words have the same letters, small or capital; but the last one may have a small ending. */
function isSameLetters(words: readonly string[], name: readonly string[], inflected: boolean): boolean {
  return words.every((word, place) => {
    const own = name[place] ?? '';
    if (!inflected || place < words.length - 1) return isSame(word, own);
    return (
      word.length > own.length &&
      isSame(word.slice(0, own.length), own) &&
      !beginsWithCapital(word.slice(own.length))
    );
  });
}

function isSame(word: string, other: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(other) ||
    /^\P{L}s$/iu.test(other) ||
    word.normalize('NFKC') === other.normalize('NFKC')
  );
}

/** Whether the accents differ, as far as the words are the same ones. */
function isRespelled(words: readonly string[], name: readonly string[], inflected: boolean): boolean {
  const compared = inflected ? words.slice(0, -1) : words;
  return compared.some((word, place) => lettersOf(word) !== lettersOf(name[place] ?? ''));
}

function lettersOf(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
