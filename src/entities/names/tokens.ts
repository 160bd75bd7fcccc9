import { CHARACTER, characterAt, widthAt } from './characters.ts';
import { nameKey, wordKey } from './name-key.ts';

/**
 * The words of a text, and between them the punctuation that parts them, in order, as UTF-16 offsets. In columns: there
 * is one for each word of a book.
 */
export interface Tokens {
  starts: number[];
  ends: number[];
  /** Whether it is punctuation, and not a word. */
  breaks: boolean[];
}

/** A period after a word that long is one of an abbreviation or an initial: P.T., St. */
const ABBREVIATED = 2;
const POSSESSIVE = /^[sS]$/;

/**
 * Cuts a text into words. A word is a run of letters and digits with what sits on them; in scripts without spaces every
 * character is one, but a run of Katakana is one as a whole. `'s` is a word. Spaces, one line break, hyphens, middle
 * dots, slashes, apostrophes and the period of an abbreviation part words and are no token; other punctuation and
 * empty lines are. Takes time in proportion to the length.
 */
export function tokensOf(text: string): Tokens {
  const tokens: Tokens = { starts: [], ends: [], breaks: [] };
  let gapStart = 0;
  let isHard = false;
  let newlines = 0;
  let at = 0;
  while (at < text.length) {
    const character = characterAt(text, at);
    const end = endOfWord(text, at, character);
    if (end === at) {
      if (character === CHARACTER.newline) newlines += 1;
      if (character === CHARACTER.hard || newlines > 1) isHard = true;
      at += widthAt(text, at);
      continue;
    }
    if (isHard && tokens.starts.length > 0) add(tokens, gapStart, at, true);
    add(tokens, at, end, false);
    const isShort = character === CHARACTER.letter && end - at <= ABBREVIATED;
    at = end;
    if (character === CHARACTER.letter && isPossessive(text, at)) {
      add(tokens, at, at + 2, false);
      at += 2;
    } else if (isShort && text.charCodeAt(at) === 0x2e) at += 1;
    gapStart = at;
    isHard = false;
    newlines = 0;
  }
  return tokens;
}

/** The form in which a token is compared. That of punctuation begins with a space, so that no word has it. */
export function tokenKey(surface: string, isBreak: boolean): string {
  if (!isBreak) return wordKey(surface);
  let signs = /\n[^\n]*\n/.test(surface) ? '¶' : '';
  for (const sign of surface) if (characterAt(sign, 0) === CHARACTER.hard) signs += sign;
  return ` ${nameKey(signs)}`;
}

function add(tokens: Tokens, start: number, end: number, isBreak: boolean): void {
  tokens.starts.push(start);
  tokens.ends.push(end);
  tokens.breaks.push(isBreak);
}

/** Where the word that begins at an offset ends: at that offset, where none does. */
function endOfWord(text: string, start: number, character: number): number {
  if (
    character !== CHARACTER.letter &&
    character !== CHARACTER.single &&
    character !== CHARACTER.katakana &&
    character !== CHARACTER.figure
  )
    return start;
  let end = start + widthAt(text, start);
  while (end < text.length) {
    const next = characterAt(text, end);
    if (next === CHARACTER.mark || (next === character && character !== CHARACTER.single))
      end += widthAt(text, end);
    else if (next === CHARACTER.unseen && character === CHARACTER.letter) {
      const after = afterUnseen(text, end);
      if (characterAt(text, after) !== CHARACTER.letter) break;
      end = after;
    } else break;
  }
  return end;
}

function afterUnseen(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && characterAt(text, at) === CHARACTER.unseen) at += 1;
  return at;
}

function isPossessive(text: string, offset: number): boolean {
  const character = characterAt(text, offset);
  if (character !== CHARACTER.apostrophe || !POSSESSIVE.test(text.charAt(offset + 1))) return false;
  const next = offset + 2 < text.length ? characterAt(text, offset + 2) : CHARACTER.soft;
  return next > CHARACTER.unseen || next === CHARACTER.figure;
}
