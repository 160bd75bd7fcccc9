import type { Placed } from '../hunks.ts';
import type { AnalysedWord, Analyser } from './analysed-word.ts';
import { chinese } from './chinese.ts';
import { namesCountry } from './countries.ts';
import { japanese } from './japanese.ts';

const ANALYSERS: Readonly<Record<string, Analyser>> = { zh: chinese, ja: japanese };

/** Tells everyday words of a text from what may be names. */
export interface EverydayWords {
  /** Whether none of the words of the text that these tokens stand in may be a name, a number or a unit. */
  are(tokens: readonly Placed[]): boolean;
}

/**
 * The everyday words of a text in a script without spaces and capitals, by a dictionary of its language; where there
 * is none, no word is known to be one. The text is not analysed before it is asked for.
 * @param language BCP 47.
 */
export function everydayWords(text: string, language: string | undefined): EverydayWords {
  const primary = language?.split('-', 1)[0]?.toLowerCase() ?? '';
  const analyser = ANALYSERS[primary];
  let words: readonly AnalysedWord[] | undefined;
  return {
    are(tokens) {
      if (analyser === undefined) return false;
      words ??= analyser.wordsOf(text);
      const found = words;
      return tokens.every(
        ({
          token: {
            start,
            text: { length },
          },
        }) =>
          found.every(
            (word, index) =>
              word.end <= start || word.start >= start + length || isEveryday(word, found[index - 1]),
          ),
      );
    },
  };

  function isEveryday({ start, end, sort, isNoun }: AnalysedWord, before: AnalysedWord | undefined): boolean {
    const word = text.slice(start, end);
    if (sort !== 'everyday' || namesCountry(word, primary)) return false;
    if (!isNoun) return true;
    // A noun after a number may be a unit, and after a family name a given name.
    if (before?.end === start && (before.sort === 'number' || before.isFamilyName)) return false;
    return analyser?.mayBeName(word) === false;
  }
}
