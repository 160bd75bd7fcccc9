import { baseForms } from '../names/base-forms.ts';
import { type Tokens, tokenKey, tokensOf } from '../names/tokens.ts';
import type { LexiconPart } from './lexicon-part.ts';

/** The words of a text, numbered, so that what is to be known of a word is worked out once however often it stands there. */
export class TextWords {
  readonly text: string;
  readonly tokens: Tokens;
  /** By token: the number of its spelling. */
  readonly spellings: Int32Array;
  readonly #keys: string[] = [];

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
    const { starts, ends, breaks } = this.tokens;
    const numbers = new Map<string, number>();
    this.spellings = new Int32Array(starts.length);
    for (let token = 0; token < starts.length; token += 1) {
      const surface = text.slice(starts[token], ends[token]);
      let number = numbers.get(surface);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(surface, number);
        this.#keys.push(tokenKey(surface, breaks[token] === true));
      }
      this.spellings[token] = number;
    }
  }

  /** What a part of a lexicon knows of each spelling. */
  in(part: LexiconPart): PartWords {
    const bases = this.#keys.map((key) => {
      const known = key.startsWith(' ') ? [] : baseForms(key).map((base) => part.word(base));
      const lasts = known.filter((word) => part.isLast(word));
      return lasts.length === 0 ? null : lasts;
    });
    return { words: Int32Array.from(this.#keys, (key) => part.word(key)), bases };
  }

  /** The text from one token to another. */
  surface(first: number, last: number): string {
    return this.text.slice(this.tokens.starts[first], this.tokens.ends[last]);
  }
}

/** By spelling: its number in the automaton or -1, and those of its base forms with which names end, if there are. */
export interface PartWords {
  words: Int32Array;
  bases: (readonly number[] | null)[];
}
