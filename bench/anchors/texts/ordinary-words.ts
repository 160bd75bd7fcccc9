import { FUNCTION_WORDS, NEGATABLE, NUMBER_WORDS, SYNONYMS } from './english-words.ts';

const ENDINGS = ['ing', 'ed', 'ly', 'tion', 's', ''];
const NEGATING_BEGINNINGS = /^(un|in|im|il|ir|dis|non)/;

/**
 * For each word of a text what it may be reworded to: its synonyms, or else words of the text that have its ending and
 * mean something different without making the sentence a negation or a count.
 */
export function ordinaryWords(words: readonly string[]): (word: string) => readonly string[] {
  const synonyms = new Map(SYNONYMS.flatMap((group) => group.map((word) => [word, group] as const)));
  const byEnding = new Map<string, string[]>();
  for (const word of words.filter(isOrdinary)) {
    const alike = byEnding.get(endingOf(word)) ?? [];
    alike.push(word);
    byEnding.set(endingOf(word), alike);
  }
  return (word) => {
    if (!isOrdinary(word)) return [];
    return synonyms.get(word) ?? byEnding.get(endingOf(word)) ?? [];
  };
}

function isOrdinary(word: string): boolean {
  return (
    /^[a-z]{4,}$/.test(word) &&
    !FUNCTION_WORDS.has(word) &&
    !NEGATABLE.has(word) &&
    !NUMBER_WORDS.includes(word) &&
    !NEGATING_BEGINNINGS.test(word)
  );
}

function endingOf(word: string): string {
  return ENDINGS.find((ending) => word.endsWith(ending)) ?? '';
}
