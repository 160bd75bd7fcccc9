import { foldWord } from '../fold-word.ts';
import arabic from './ar.json' with { type: 'json' };
import german from './de.json' with { type: 'json' };

/**
 * Words that Unicode's CLDR describes emoji and signs with, those left out that are names as well (`scripts/everyday-words.ts`):
 * in German nouns, in Arabic words of any kind, without their article.
 */
const LISTS = { ar: arabic.words, de: german.words };
const folded = new Map<keyof typeof LISTS, ReadonlySet<string>>();

/** Whether a folded word, as it is listed, is an everyday one of a language. */
export function isEverydayWord(key: string, language: keyof typeof LISTS): boolean {
  const words = folded.get(language) ?? new Set(LISTS[language].split(' ').map(foldWord));
  folded.set(language, words);
  return words.has(key);
}
