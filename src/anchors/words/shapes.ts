/** What a token is written with; `word` is anything whose words stand apart, such as Latin, Arabic or Hangul. */
export type TokenKind =
  | 'word'
  | 'number'
  | 'han'
  | 'hiragana'
  | 'katakana'
  | 'flag'
  | 'emoji'
  | 'currency'
  | 'relation';

/** A word, a number or a sign as it stands in a text; a run of characters where a script sets no spaces. */
export interface Shaped {
  start: number;
  text: string;
  kind: TokenKind | 'unspaced';
}

const UNSPACED = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const HAN = '\\p{Script=Han}々〆〇';
const APART = `[${HAN}\\p{Script=Hiragana}\\p{Script=Katakana}ー${UNSPACED}]`;
const LETTER = `[[\\p{L}\\p{M}\\u00AD\\u200B-\\u200D\\u2060]--${APART}]`;
const SHAPES: [TokenKind | 'unspaced', string][] = [
  ['flag', '[\\u{1F1E6}-\\u{1F1FF}]{2}'],
  ['emoji', '\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier}|\\u200D\\p{Extended_Pictographic})*'],
  [
    'number',
    // A sign only after a space or a bracket; groups of three after a space; a unit or an ordinal's ending.
    `(?:(?<![^\\s\\(\\[])[\\-−–](?=\\p{N}))?\\p{N}+(?:[.,:'’٫٬]\\p{N}+|\\s\\p{Nd}{3}(?!\\p{N}))*(?:\\s?[%‰٪])?(?:${LETTER}|\\p{N})*`,
  ],
  ['hiragana', '\\p{Script=Hiragana}+'],
  ['katakana', '[\\p{Script=Katakana}ー]+'],
  ['han', `[${HAN}]+`],
  ['unspaced', `[${UNSPACED}]+`],
  ['word', `${LETTER}(?:${LETTER}|\\p{N})*(?:['’ʼ׳״](?:${LETTER})+)*`],
  ['currency', '\\p{Sc}'],
  ['relation', '[<>=≠≤≥±×÷¬∈∉]'],
];
// Of flags, v takes one set of letters out of another; TypeScript has it in literals from ES2024 on.
const TOKEN = new RegExp(SHAPES.map(([, shape]) => `(${shape})`).join('|'), 'gv');
/** The next of them from a place on; null when there is none. */
export function nextShaped(text: string, at: number): Shaped | null {
  return plainWordAt(text, at) ?? shapeAt(text, at);
}

/** The next word where it is a plain one, after at most a space: most are, and a regular expression takes ten times as long. */
function plainWordAt(text: string, at: number): Shaped | null {
  const start = text.charCodeAt(at) === 0x20 ? at + 1 : at;
  let end = start;
  while (isPlainLetter(text.charCodeAt(end))) end += 1;
  if (end === start) return null;
  const next = text.charCodeAt(end);
  const endsThere = Number.isNaN(next) || next === 0x20 || next === 0x2e || next === 0x2c;
  return endsThere ? { start, text: text.slice(start, end), kind: 'word' } : null;
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

function shapeAt(text: string, at: number): Shaped | null {
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(text);
  if (match === null) return null;
  for (let group = 1; group < match.length; group += 1) {
    if (match[group] !== undefined)
      return { start: match.index, text: match[0], kind: SHAPES[group - 1]?.[0] ?? 'word' };
  }
  return null;
}
