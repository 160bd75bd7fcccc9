import { baseForms } from '../names/base-forms.ts';
import { tokenKey } from '../names/tokens.ts';

/** What names have of a word of a text. */
export interface KnownWord {
  /** Its number, or -1. */
  word: number;
  /** The numbers of its base forms with which names end; null where there are none. */
  bases: readonly number[] | null;
}

/** So many spellings of texts are kept, and then all forgotten: most words of a text stand in it often. */
const MOST_KNOWN = 50_000;

/** The words of names, numbered. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #lasts = new Set<number>();
  readonly #known = new Map<string, KnownWord>();

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
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const found = this.#find(tokenKey(surface, isBreak), isBreak);
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
