import { isStopWord } from '../../anchors/words/stop-words.ts';
import { wordsOf } from '../../entities/names/words.ts';

/** How many characters of a word the index keeps: what is longer is no word of a language. */
const WORD_LENGTH = 40;
const POSSESSIVE = "'s";
const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u;

/** The words of a text in order, folded as names are (case, accents, ligatures), each at most 40 characters long. */
export function foldedWords(text: string): string[] {
  return wordsOf(text)
    .map(({ key }) => cut(key))
    .filter((word) => word !== POSSESSIVE);
}

/**
 * The distinct words of a text by which it can be told from others: without stop words and single letters, unless
 * there are no others.
 */
export function tellingWords(text: string): string[] {
  const words = [...new Set(foldedWords(text))];
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words;
}

/** Whether a folded word is neither a stop word of a language widely read nor a single letter. */
export function isTelling(word: string): boolean {
  return !isStopWord(word) && !LETTER.test(word);
}

function cut(word: string): string {
  return word.length <= WORD_LENGTH ? word : [...word].slice(0, WORD_LENGTH).join('');
}
