import { isInCapitals, tellsTooLittle } from '../names/common-words.ts';
import { type Tokens, tokensOf } from '../names/tokens.ts';
import { beginsSmall, beginsWithCapital } from './letter-case.ts';
import type { LexiconPart } from './lexicon-part.ts';

/**
 * How a stretch of text is written that has the words of a name; null where the name is not written so. A word that
 * begins with a capital in the name does in the text. An abbreviation, and a name that is a stop word but for its
 * capitals, have the same letters. A surname begins with a capital, whichever way the registry has it.
 */
export function formOfName(
  part: LexiconPart,
  name: number,
  surface: string,
  inflected: boolean,
): { respelled: boolean } | null {
  const nameText = part.text(name);
  const kind = part.nameKind(name);
  const words = wordsIn(surface);
  if (words.some((word, place) => beginsSmall(word) && part.isCapitalized(name, place))) return null;
  const last = words.at(-1) ?? '';
  if (kind === 'SURNAME' && beginsSmall(last)) return null;
  if (kind === 'ABBREVIATION' || isStopWordInCapitals(nameText))
    return isSameLetters(words, wordsIn(nameText), inflected) ? { respelled: false } : null;
  if (/^[\0-\x7f]*$/.test(surface) && /^[\0-\x7f]*$/.test(nameText)) return { respelled: false };
  return { respelled: isRespelled(words, wordsIn(nameText), inflected) };
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
