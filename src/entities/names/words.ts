import { isStopWord } from '../../anchors/words/stop-words.ts';
import { baseForms } from './base-forms.ts';
import { isCommonWord } from './common-words.ts';
import { tokenKey, tokensOf } from './tokens.ts';

/** A word of a text, as UTF-16 offsets. */
export interface Word {
  /** Folded as names are; words of equal keys are the same. */
  key: string;
  start: number;
  end: number;
}

/** The most words and signs, together, that a name is looked for with. */
export const MOST_TOKENS = 64;

/** How many characters of a word the index keeps: what is longer is no word, and indexes refuse it. */
const INDEXED_LENGTH = 80;

const POSSESSIVE = "'s";

/** The words of a text in order; see `tokensOf` for what a word is. */
export function wordsOf(text: string): Word[] {
  const { starts, ends, breaks } = tokensOf(text);
  const words: Word[] = [];
  const keys = new Map<string, string>();
  for (const [index, start] of starts.entries()) {
    if (breaks[index] === true) continue;
    const end = ends[index] ?? start;
    const surface = text.slice(start, end);
    const key = keys.get(surface) ?? tokenKey(surface, false);
    keys.set(surface, key);
    words.push({ key, start, end });
  }
  return words;
}

/**
 * The distinct keys under which a text is to be found again by the words of names: those of its words, and the base forms
 * that the linker tries for them.
 */
export function indexedWords(text: string): string[] {
  const keys = new Set(wordsOf(text).map(({ key }) => key));
  keys.delete(POSSESSIVE);
  for (const key of [...keys]) for (const base of baseForms(key)) keys.add(base);
  return [...new Set([...keys].map(indexed))];
}

/**
 * The distinct keys that are all among the `indexedWords` of a text wherever the linker could find this name in it.
 * Without stop words, unless there are no others. Empty where the linker never looks for it.
 */
export function requiredWords(name: string): string[] {
  // Stop words of English are stop words whatever the language of the name.
  if (isCommonWord(name, 'en') || isTooLong(name)) return [];
  const keys = keysOf(name);
  const telling = keys.filter((key) => !isStopWord(key, 'en'));
  return [...new Set((telling.length > 0 ? telling : keys).map(indexed))];
}

/** The distinct keys, in order, of the words of a text that are no stop words; all are among its `indexedWords`. */
export function tellingWords(text: string): string[] {
  return [
    ...new Set(
      keysOf(text)
        .filter((key) => !isStopWord(key))
        .map(indexed),
    ),
  ];
}

function keysOf(text: string): string[] {
  return [...new Set(wordsOf(text).map(({ key }) => key))].filter((key) => key !== POSSESSIVE);
}

/** Whether a name has too many words and signs to be looked for. */
export function isTooLong(name: string): boolean {
  return tokensOf(name).starts.length > MOST_TOKENS;
}

function indexed(key: string): string {
  return key.length <= INDEXED_LENGTH ? key : [...key].slice(0, INDEXED_LENGTH).join('');
}
