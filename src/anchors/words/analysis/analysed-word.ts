/** What a dictionary of a language makes of a word. */
export type Sort =
  /** An everyday word: whatever it is replaced with, it is no name. */
  | 'everyday'
  /** Somebody's or something's name, or a word that no dictionary knows. */
  | 'name'
  | 'number'
  /** Anything else, and what may be a name after all. */
  | 'other';

/** A word as it stands in a text of a script without spaces. */
export interface AnalysedWord {
  text: string;
  /** UTF-16 code units. */
  start: number;
  end: number;
  sort: Sort;
  isNoun: boolean;
  /** Whether it may be a family name, known or not, so that a noun after it may be a given name: 希望 is hope, 田中希望 somebody. */
  isFamilyName: boolean;
}

/** What knows the words of a language. */
export interface Analyser {
  /** The words of a text, in order. */
  wordsOf(text: string): AnalysedWord[];
  /** Whether a word is taken for a name where one stands: somebody's, a town's or a company's. */
  mayBeName(word: string): boolean;
}
