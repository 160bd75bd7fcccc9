import type { Placed } from '../hunks.ts';
import type { AnalysedWord, Analyser } from './analysed-word.ts';
import { analyserOf } from './analysers.ts';
import { isCalledSo } from './called.ts';
import { namesCountry } from './countries.ts';

/** How much of a text around words is looked at to tell what they are, in UTF-16 code units. */
const AROUND = 16;
/** Longer stretches are not taken for everyday words; they are more than a wording. In UTF-16 code units. */
const LONGEST = 600;

/** Tells everyday words of a text from what may be names. */
export interface EverydayWords {
  /** Whether none of the words of the text that these tokens stand in, in order, may be a name, a number or a unit. */
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
      const end = last.start + last.text.length;
      if (end - first.start > LONGEST) return false;
      const from = wholeCharacter(text, first.start - AROUND);
      const excerpt = text.slice(from, wholeCharacter(text, end + AROUND));
      const words = analyser.wordsOf(excerpt);
      return words.every((word, index) => {
        const isAsked = tokens.some(
          ({ token }) => token.start < from + word.end && from + word.start < token.start + token.text.length,
        );
        return !isAsked || isEveryday(analyser, primary, excerpt, word, words[index - 1]);
      });
    },
  };
}

function isEveryday(
  analyser: Analyser,
  language: string,
  text: string,
  word: AnalysedWord,
  before: AnalysedWord | undefined,
): boolean {
  const { start, end, sort, isNoun } = word;
  if (sort !== 'everyday') return false;
  // One character joins others, or says little.
  if (end - start === 1) return true;
  // A noun after a number may be a unit, and after a family name a given name.
  if (isNoun && before?.end === start && (before.sort === 'number' || before.isFamilyName)) return false;
  if (namesCountry(word.text, language) || isCalledSo(text, start, end)) return false;
  return !analyser.mayBeName(word.text);
}

/** A place that cuts no character beyond the first plane; before the beginning of the text it is the beginning. */
function wholeCharacter(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return Math.max(0, unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place);
}
