import { foldText } from './fold.ts';
import { UNSPACED } from './folded-places.ts';
import { compareWords } from './statement.ts';
import { likeness } from './words/likeness.ts';
import { misreadingOf, weightOf } from './words/misread-words.ts';
import { japaneseNegations } from './words/negations.ts';

/** Quotes with fewer letters are found but for case, accents and the like only: too many words differ in a letter. */
const FEWEST_LETTERS = 12;
/** With fewer, another word has to stand unchanged, and those that differ must be spellings of the same. */
const FEW_LETTERS = 24;
/** How much of a score tells the characters themselves, and not what is left when they are folded. */
const VERBATIM_SHARE = 0.05;

/** Words to find, and how to judge what stands in their stead. */
export class SoughtWords {
  readonly exact: string;
  readonly folded: string;
  readonly language: string | undefined;
  readonly #taken = new Map<string, boolean>();
  readonly #scores = new Map<string, number>();

  constructor(exact: string, language?: string) {
    this.exact = exact;
    this.folded = foldText(exact).text;
    this.language = language;
  }

  /** How much words are like the sought ones, 0 to 1; see Candidate. */
  score(words: string): number {
    return remember(this.#scores, words, () => {
      const folded = likeness(this.folded, foldText(words).text);
      return (1 - VERBATIM_SHARE) * folded + VERBATIM_SHARE * likeness(this.exact, words);
    });
  }

  /** Whether words may stand for the sought ones: they say the same, and are not merely like them. */
  accepts(words: string): boolean {
    return remember(this.#taken, words, () => this.#judge(words));
  }

  #judge(words: string): boolean {
    const folded = foldText(words).text;
    if (folded === this.folded) return !compareWords(this.exact, words, this.language).otherStatement;
    const letters = weightOf(this.exact);
    if (letters < FEWEST_LETTERS || japaneseNegations(this.exact) !== japaneseNegations(words)) return false;
    const { saysOther, strangers, lookalikes, unchanged } = misreadingOf(this.exact, words, this.language);
    if (!endsAlike(this.folded, folded)) return false;
    return !saysOther && strangers === 0 && (letters >= FEW_LETTERS || (lookalikes === 0 && unchanged > 0));
  }
}

/** Where words are written without spaces, an end that differs may cut a word from what denies it. */
function endsAlike(one: string, other: string): boolean {
  const differs = (first: string | undefined, second: string | undefined): boolean =>
    first !== second && UNSPACED.test(`${first}${second}`);
  return !differs(one[0], other[0]) && !differs(one.at(-1), other.at(-1));
}

/** In a book the same words stand in many places. */
const REMEMBERED = 1000;

function remember<Value>(known: Map<string, Value>, words: string, make: () => Value): Value {
  const found = known.get(words);
  if (found !== undefined) return found;
  const made = make();
  if (known.size < REMEMBERED) known.set(words, made);
  return made;
}
