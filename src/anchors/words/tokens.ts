import { foldWord } from './fold-word.ts';

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

/** A word, a number or a sign of a text; a single character where a script sets no spaces. */
export interface Token {
  /** As it stands in the text. */
  text: string;
  /** Folded; tokens of equal keys are the same. */
  key: string;
  kind: TokenKind;
  /** Whether a sentence, a line or a quotation may begin with it, so that a capital says nothing. */
  opens: boolean;
  /** Where it starts in the text, in UTF-16 code units. */
  start: number;
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
const OPENING = /^$|[.!?…。！？:;\n"“„«»‘([—–]/;
/** What French, Italian and others write onto the next word. */
const ELISION = /^([a-zà-ÿ]{1,2}|qu|dell|all|nell|sull|dall|jusqu|lorsqu|puisqu)['’](?=\p{L}{2})/iu;
const PIECE = 256;
let segmenter: Intl.Segmenter | undefined;

/** Takes a text apart. Punctuation and white space are in no token; a token's `opens` is told from what precedes it. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (let at = 0; at < text.length; at = end) {
    const plain = plainWordAt(text, at) ?? shapeAt(text, at);
    if (plain === null) break;
    const between = text.slice(end, plain.start);
    const opens = tokens.length === 0 || (between !== ' ' && OPENING.test(between === '' ? ' ' : between));
    end = plain.start + plain.text.length;
    addShaped(tokens, plain, opens);
  }
  return tokens;
}

interface Shaped {
  start: number;
  text: string;
  kind: TokenKind | 'unspaced';
}

function addShaped(tokens: Token[], { kind, text, start }: Shaped, opens: boolean): void {
  if (kind === 'word') addWord(tokens, text, start, opens);
  else if (kind === 'unspaced') addAll(tokens, segments(text), 'word', start, opens);
  else if (kind === 'han' || kind === 'hiragana') addAll(tokens, text, kind, start, opens);
  else add(tokens, text, kind, start, opens);
}

function addAll(
  tokens: Token[],
  parts: Iterable<string>,
  kind: TokenKind,
  start: number,
  opens: boolean,
): void {
  let at = start;
  for (const part of parts) {
    add(tokens, part, kind, at, opens);
    at += part.length;
  }
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

function addWord(tokens: Token[], word: string, start: number, opens: boolean): void {
  const elided = ELISION.exec(word)?.[0];
  if (elided !== undefined) {
    add(tokens, elided.slice(0, -1), 'word', start, opens, /^n/i.test(elided) ? 'ne' : undefined);
    addWord(tokens, word.slice(elided.length), start + elided.length, opens);
    return;
  }
  const contraction = /^(.+)n['’]t$/iu.exec(word)?.[1] ?? /^(can)not$/iu.exec(word)?.[1];
  if (contraction === undefined) {
    add(tokens, word, 'word', start, opens);
    return;
  }
  add(tokens, contraction, 'word', start, opens, CONTRACTED[contraction.toLowerCase()]);
  add(tokens, "n't", 'word', start + contraction.length, false, 'not');
}

const CONTRACTED: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall' };

function add(
  tokens: Token[],
  text: string,
  kind: TokenKind,
  start: number,
  opens: boolean,
  key?: string,
): void {
  tokens.push({
    text,
    key: key ?? (kind === 'number' ? numberKey(text) : foldWord(text)),
    kind,
    opens,
    start,
  });
}

/** A number without what groups its digits, and with one sign for its decimals. */
function numberKey(text: string): string {
  const folded = foldWord(text);
  const digits = /^(-?\d{1,3})((?:[,\s']\d{3})+)(?!\d)/;
  return folded
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(digits, (_, first: string, groups: string) => first + groups.replace(/[,\s']/g, ''))
    .replace(
      /^(-?\d{1,3})((?:\.\d{3}){2,})(?!\d)/,
      (_, first: string, groups: string) => first + groups.replaceAll('.', ''),
    )
    .replace(/\s/g, '')
    .replace(/[,:']/g, '.');
}

/** Words by dictionary, a piece at a time: the time that it takes grows with the square of the length. */
function* segments(run: string): Generator<string> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (let at = 0; at < run.length; at += PIECE) {
    for (const { segment } of segmenter.segment(run.slice(at, at + PIECE))) yield segment;
  }
}
