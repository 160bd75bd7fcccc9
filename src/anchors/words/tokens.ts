import { foldWord } from './fold-word.ts';
import { numberKey } from './number-key.ts';
import { nextShaped, type Shaped, type TokenKind } from './shapes.ts';

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
    const shaped = nextShaped(text, at);
    if (shaped === null) break;
    const between = text.slice(end, shaped.start);
    const opens = tokens.length === 0 || (between !== ' ' && OPENING.test(between === '' ? ' ' : between));
    end = shaped.start + shaped.text.length;
    addShaped(tokens, shaped, opens);
  }
  return tokens;
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

/** Words by dictionary, a piece at a time: the time that it takes grows with the square of the length. */
function* segments(run: string): Generator<string> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (let at = 0; at < run.length; at += PIECE) {
    for (const { segment } of segmenter.segment(run.slice(at, at + PIECE))) yield segment;
  }
}
