import { baseForms } from '../names/base-forms.ts';
import { tokenKey } from '../names/tokens.ts';

/** What names have of a word of a text. */
export interface KnownWord {
  /** Its number, or -1. */
  word: number;
  /** The numbers of its base forms with which names end; null where there are none. */
  bases: readonly number[] | null;
}

/** What is known of spellings is kept for so many, and for those as many before that have come again since. */
const MOST_KNOWN = 50_000;

/** The words of names, numbered. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #lasts = new Set<number>();
  #known = new Map<string, KnownWord>();
  #before = new Map<string, KnownWord>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a word of a name, a new one for a new word. @param key see `tokenKey` */
  add(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Says that a name ends with a word. */
  addLast(word: number): void {
    this.#lasts.add(word);
  }

  /** What names have of a word or a sign of a text. */
  read(surface: string, isBreak: boolean): KnownWord {
    const known = this.#known.get(surface);
    if (known !== undefined) return known;
    const found = this.#before.get(surface) ?? this.#find(tokenKey(surface, isBreak), isBreak);
    if (this.#known.size >= MOST_KNOWN) {
      this.#before = this.#known;
      this.#known = new Map();
    }
    this.#known.set(surface, found);
    return found;
  }

  #find(key: string, isBreak: boolean): KnownWord {
    const word = this.#numbers.get(key) ?? -1;
    if (isBreak) return { word, bases: null };
    const bases = baseForms(key)
      .map((base) => this.#numbers.get(base) ?? -1)
      .filter((base) => this.#lasts.has(base));
    return { word, bases: bases.length === 0 ? null : bases };
  }
}
