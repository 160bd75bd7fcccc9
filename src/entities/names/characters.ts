import { wordKey } from './name-key.ts';

/** What a character does in a text that is cut into words. */
export const CHARACTER = {
  /** A letter or a digit of a script whose words stand apart. */
  letter: 1,
  /** What sits on the character before it and is never parted from that. */
  mark: 2,
  /** A letter of a script that sets no spaces: a word of its own. */
  single: 3,
  /** Katakana: a run of them is a word. */
  katakana: 4,
  /** A raised or circled number and the like, which is not part of the word that it follows. */
  figure: 5,
  /** What has no shape and may stand within a word. */
  unseen: 6,
  apostrophe: 7,
  newline: 8,
  /** What a name may be written with or without: spaces, hyphens, middle dots, slashes. */
  soft: 9,
  /** Any other: punctuation and signs. */
  hard: 10,
} as const;

// The two vowels and the two voicing marks are letters to Unicode, and part of what they follow to readers (UAX #29).
const MARK = /^(?:[\p{M}\u200C\u0E33\u0EB3\uFF9E\uFF9F]|\u200D)$/u;
const UNSEEN = /^[\u00AD\u200B\u2060\uFEFF\u0640]$/u;
const APOSTROPHE = /^['’‘ʼʻʹʾʿ`´＇׳]$/u;
const SINGLE =
  /^[\p{Script=Han}々〆〇\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const KATAKANA = /^[\p{Script=Katakana}ーｰ]$/u;
const LETTER = /^[\p{L}\p{Nl}]$/u;
const SOFT = /^[\s\p{Pd}\p{Cf}\p{Cc}/\\⁄∕·・･‧∙＝]$/u;

const table = new Uint8Array(0x10000);
const beyond = new Map<number, number>();

/** What the character at an offset is; soft past the end. Half of a surrogate pair is hard. @returns one of CHARACTER */
export function characterAt(text: string, utf16Offset: number): number {
  const unit = text.charCodeAt(utf16Offset);
  if (unit >= 0xd800 && unit < 0xdc00) return beyondAt(text.codePointAt(utf16Offset) ?? unit);
  const known = table[unit] ?? CHARACTER.soft;
  return known === 0 ? learn(unit) : known;
}

/** How many UTF-16 code units the character at an offset takes. */
export function widthAt(text: string, utf16Offset: number): number {
  return (text.codePointAt(utf16Offset) ?? 0) > 0xffff ? 2 : 1;
}

function learn(unit: number): number {
  const character = classify(String.fromCharCode(unit));
  table[unit] = character;
  return character;
}

function beyondAt(codePoint: number): number {
  const known = beyond.get(codePoint);
  if (known !== undefined) return known;
  const character = classify(String.fromCodePoint(codePoint));
  if (beyond.size < 0x10000) beyond.set(codePoint, character);
  return character;
}

function classify(character: string): number {
  if (MARK.test(character)) return CHARACTER.mark;
  if (UNSEEN.test(character)) return CHARACTER.unseen;
  if (APOSTROPHE.test(character)) return CHARACTER.apostrophe;
  if (character === '\n') return CHARACTER.newline;
  if (/^\p{Nd}$/u.test(character)) return CHARACTER.letter;
  if (LETTER.test(character)) {
    // A few forms of Arabic vowels count as letters.
    if (wordKey(character) === '') return CHARACTER.mark;
    if (SINGLE.test(character)) return CHARACTER.single;
    return KATAKANA.test(character) ? CHARACTER.katakana : CHARACTER.letter;
  }
  if (/^\p{No}$/u.test(character)) return CHARACTER.figure;
  return SOFT.test(character) ? CHARACTER.soft : CHARACTER.hard;
}
