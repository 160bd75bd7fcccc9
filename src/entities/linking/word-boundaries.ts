import { CHARACTER, characterAt } from '../names/characters.ts';

/** How much text is segmented at once, and how much of it at either end is there for the sake of the middle alone. */
const WINDOW = 256;
const MARGIN = 32;
const STEP = WINDOW - 2 * MARGIN;

/**
 * Where words begin and end in scripts that set no spaces, by the dictionary (Intl.Segmenter). It reads windows of 256 UTF-16
 * code units, those that are asked about: it takes a time that grows with the square of the length.
 */
export class WordBoundaries {
  readonly #text: string;
  readonly #language: string;
  readonly #windows = new Map<number, Set<number>>();
  #segmenter: Intl.Segmenter | undefined;

  /** @param language BCP 47; any that the runtime does not know counts as none. */
  constructor(text: string, language: string) {
    this.#text = text;
    this.#language = language;
  }

  /** Whether a word begins or ends at an offset between two tokens; wherever spaces are set one does. */
  isAt(offset: number): boolean {
    if (!this.#isWithin(offset)) return true;
    const window = Math.floor(offset / STEP);
    const known = this.#windows.get(window) ?? this.#segment(window);
    this.#windows.set(window, known);
    return known.has(offset);
  }

  /** Whether characters of a script without spaces stand on both sides. */
  #isWithin(offset: number): boolean {
    if (offset === 0 || offset >= this.#text.length) return false;
    if (characterAt(this.#text, offset) !== CHARACTER.single) return false;
    let before = offset - 1;
    while (before > 0 && !isBase(this.#text, before)) before -= 1;
    return characterAt(this.#text, before) === CHARACTER.single;
  }

  #segment(window: number): Set<number> {
    const from = Math.max(0, window * STEP - MARGIN);
    this.#segmenter ??= new Intl.Segmenter(localeOf(this.#language), { granularity: 'word' });
    const boundaries = new Set<number>();
    for (const { index } of this.#segmenter.segment(this.#text.slice(from, window * STEP + STEP + MARGIN)))
      boundaries.add(from + index);
    return boundaries;
  }
}

/** Whether a character begins at an offset, and not a mark or the second half of a pair. */
function isBase(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return !(unit >= 0xdc00 && unit < 0xe000) && characterAt(text, offset) !== CHARACTER.mark;
}

function localeOf(language: string): string | undefined {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
