import { LRUCache } from 'lru-cache';
import type { AnalysedWord, Analyser } from './analysed-word.ts';
import { loadChinese } from './chinese.ts';
import { loadJapanese } from './japanese.ts';

const LOADERS = new Map([
  ['zh', loadChinese],
  ['ja', loadJapanese],
]);
/** What is remembered of each language: characters of texts, and words. */
const MOST_CHARACTERS = 100_000;
const MOST_WORDS = 10_000;
const loaded = new Map<string, Analyser | undefined>();

/**
 * What knows the words of a language; undefined where nothing does. It is loaded when it is first asked for.
 * @param language a primary language subtag of BCP 47.
 */
export function analyserOf(language: string): Analyser | undefined {
  if (!loaded.has(language)) loaded.set(language, load(LOADERS.get(language)));
  return loaded.get(language);
}

/** Where a dictionary cannot be loaded its language is judged like others that have none. */
function load(loader: (() => Analyser) | undefined): Analyser | undefined {
  try {
    return loader === undefined ? undefined : remembering(loader());
  } catch {
    return undefined;
  }
}

/** Many anchors have the same change in them. */
function remembering(analyser: Analyser): Analyser {
  const texts = new LRUCache<string, AnalysedWord[]>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  const named = new LRUCache<string, boolean>({ max: MOST_WORDS });
  return {
    wordsOf(text) {
      const words = texts.get(text) ?? analyser.wordsOf(text);
      texts.set(text, words);
      return words;
    },
    mayBeName(word) {
      const mayBe = named.get(word) ?? analyser.mayBeName(word);
      named.set(word, mayBe);
      return mayBe;
    },
  };
}
