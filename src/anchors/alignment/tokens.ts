import { isGraphemeBoundary } from '../../text/graphemes.ts';

/** The words and signs of texts, one after the other; white space is in none of them. */
export interface Tokens {
  /** How many there are. */
  length: number;
  /** For each its kind: equal tokens have equal numbers, in every text read by the same tokenizer. */
  kinds: Int32Array;
  /** For each how much it says that it stands again: a long word more than a short one, a sign least. */
  weights: Int32Array;
  /** For each the index of the text that it is in. */
  texts: Int32Array;
  /** For each its half-open range in that text, in UTF-16 code units. */
  starts: Int32Array;
  ends: Int32Array;
  /** For each text the index of its first token, and at the end the number of tokens. */
  firstOf: Int32Array;
}

const SPACE = 1;
const WORD = 2;
/** A letter that is a token of its own, as in scripts that write no spaces. */
const LETTER = 3;
const SIGN = 4;

/**
 * Cuts texts into words and signs. A word is a run of letters, marks and digits with the apostrophes inside it, and what
 * groups the digits of a number; in scripts without spaces (Han, Kana, Thai, Lao, Khmer, Burmese) each character is one; so is every
 * other character as readers see it. No token ends within a grapheme.
 */
export class Tokenizer {
  readonly #kinds = new Map<string, number>();

  /** @param texts read in this order. */
  read(texts: readonly string[]): Tokens {
    const kinds: number[] = [];
    const weights: number[] = [];
    const indexes: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const firstOf: number[] = [];
    for (const [index, text] of texts.entries()) {
      firstOf.push(kinds.length);
      for (let at = 0; at < text.length; ) {
        if (classAt(text, at) === SPACE) {
          at += 1;
          continue;
        }
        const end = tokenEnd(text, at);
        weights.push(weightOf(classAt(text, at), end - at));
        kinds.push(this.#kindOf(text.slice(at, end)));
        indexes.push(index);
        starts.push(at);
        ends.push(end);
        at = end;
      }
    }
    firstOf.push(kinds.length);
    return {
      length: kinds.length,
      kinds: Int32Array.from(kinds),
      weights: Int32Array.from(weights),
      texts: Int32Array.from(indexes),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      firstOf: Int32Array.from(firstOf),
    };
  }

  #kindOf(token: string): number {
    const known = this.#kinds.get(token);
    if (known !== undefined) return known;
    const kind = this.#kinds.size;
    this.#kinds.set(token, kind);
    return kind;
  }
}

function weightOf(kind: number, length: number): number {
  if (kind === WORD) return Math.min(length, 8) + 1;
  return kind === LETTER ? 3 : 1;
}

function tokenEnd(text: string, start: number): number {
  const kind = classAt(text, start);
  let end = start + widthAt(text, start);
  while (kind === WORD && continuesWord(text, end)) end += widthAt(text, end);
  while (end < text.length && text.charCodeAt(end) >= 0x80 && !isGraphemeBoundary(text, end)) {
    end += widthAt(text, end);
  }
  return end;
}

function continuesWord(text: string, at: number): boolean {
  if (at >= text.length) return false;
  if (classAt(text, at) === WORD) return true;
  const joiner = text[at] ?? '';
  if (at + 1 >= text.length || classAt(text, at + 1) !== WORD) return false;
  if (joiner === "'" || joiner === '’') return true;
  return WITHIN_NUMBERS.has(joiner) && isDigit(text, at - 1) && isDigit(text, at + 1);
}

/** What groups digits and what begins decimals, in Arabic too. */
const WITHIN_NUMBERS = new Set(['.', ',', '\u066B', '\u066C']);

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : /^\p{Nd}/u.test(text.slice(at, at + 2));
}

function widthAt(text: string, at: number): number {
  const codePoint = text.codePointAt(at);
  return codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
}

/** The classes of the characters of the basic plane, as far as they were asked for; 0 when not. */
const classes = new Uint8Array(0x10000);

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) {
    const known = classes[unit] ?? 0;
    if (known !== 0) return known;
    const found = classify(String.fromCharCode(unit));
    classes[unit] = found;
    return found;
  }
  return classify(String.fromCodePoint(text.codePointAt(at) ?? unit));
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  if (SPACELESS.test(character)) return LETTER;
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? WORD : SIGN;
}
