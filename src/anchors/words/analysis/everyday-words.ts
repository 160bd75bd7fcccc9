import type { Placed } from '../hunks.ts';
import type { AnalysedWord, Analyser } from './analysed-word.ts';
import { analyserOf } from './analysers.ts';
import { namesCountry } from './countries.ts';

/** How much of a text around words is looked at to tell what they are, in UTF-16 code units. */
const AROUND = 16;

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
  return {
    are(tokens) {
      const analyser = analyserOf(primary);
      const [first, last] = [tokens[0]?.token, tokens.at(-1)?.token];
      if (analyser === undefined) return false;
      if (first === undefined || last === undefined) return true;
      const from = wholeCharacter(text, first.start - AROUND);
      const to = wholeCharacter(text, last.start + last.text.length + AROUND);
      const words = analyser.wordsOf(text.slice(from, to));
      return words.every((word, index) => {
        const [start, end] = [from + word.start, from + word.end];
        const isAsked = tokens.some(
          ({ token }) => token.start < end && start < token.start + token.text.length,
        );
        return !isAsked || isEveryday(analyser, primary, word, words[index - 1]);
      });
    },
  };
}

function isEveryday(
  analyser: Analyser,
  language: string,
  { text, start, sort, isNoun }: AnalysedWord,
  before: AnalysedWord | undefined,
): boolean {
  if (sort !== 'everyday' || namesCountry(text, language)) return false;
  // A noun after a number may be a unit, and after a family name a given name.
  if (isNoun && before?.end === start && (before.sort === 'number' || before.isFamilyName)) return false;
  return !analyser.mayBeName(text);
}

/** A place that cuts no character beyond the first plane; before the beginning of the text it is the beginning. */
function wholeCharacter(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return Math.max(0, unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place);
}
