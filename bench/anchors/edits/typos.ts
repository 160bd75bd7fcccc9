import { integerBelow, pick, type Random } from '../../random.ts';
import { type Sentence, type Token, textOfToken } from '../draft/draft.ts';
import { respellToken } from '../draft/rewrite.ts';
import { type Edit, shuffled } from './edit.ts';

/** How many words of a paragraph have a typo. */
const TYPOS = 3;

/** The shortest word that gets a typo, in UTF-16 code units; where words are characters, two of them. */
const SHORTEST = 5;

/** Words of the first revision that have a typo get rid of it. */
export const typos: Edit = {
  name: 'typos mended',
  prepare({ corpus: { language }, draft, random }) {
    const least = language.joiner === '' ? 2 : SHORTEST;
    // Where characters are words another one is another word; and of two equal ones nobody can say which is too many.
    const ways = language.joiner === '' ? [drop, transpose] : [substitute, drop, transpose, double];
    for (const { sentences } of draft.paragraphs) {
      const words = ordinaryTokens(sentences).filter((token) => isSpelt(textOfToken(token), least));
      for (const token of shuffled(random, words).slice(0, TYPOS)) misspell(random, token, words, ways);
    }
  },
  apply(_editing, { sentences }) {
    const mendable = ordinaryTokens(sentences).filter(({ mended }) => mended !== null);
    for (const token of mendable) if (token.mended !== null) respellToken(token, token.mended);
    return mendable.length > 0;
  },
};

function ordinaryTokens(sentences: readonly Sentence[]): Token[] {
  return sentences.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'ordinary'));
}

function isSpelt(word: string, least: number): boolean {
  return word.length >= least && /^\p{L}+$/u.test(word);
}

function misspell(random: Random, token: Token, words: readonly Token[], ways: readonly Way[]): void {
  const word = textOfToken(token);
  const wrong = makeTypo(random, word, textOfToken(pick(random, words)), pick(random, ways));
  if (wrong === word) return;
  token.parts = [{ text: wrong, origin: null, replaces: null }];
  token.mended = word;
}

/** Puts a typo at a place in a word; another word lends a letter where one is needed. */
type Way = (before: string, letter: string, after: string, donor: string) => string;
const substitute: Way = (before, _letter, after, donor) => before + donor.slice(-1) + after;
const drop: Way = (before, _letter, after) => before + after;
const double: Way = (before, letter, after) => before + letter + letter + after;
const transpose: Way = (before, letter, after) => before + after.slice(0, 1) + letter + after.slice(1);

/** The first letter stays. */
function makeTypo(random: Random, word: string, donor: string, way: Way): string {
  const at = 1 + integerBelow(random, word.length - 1);
  return way(word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1), donor);
}
