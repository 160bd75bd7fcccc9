import { newToken, type Sentence, type Token } from '../draft/draft.ts';
import { NEGATABLE, NEGATING, NEGATIONS, NUMBER_WORDS } from './english-words.ts';
import { english } from './languages/en.ts';
import { ordinaryWords } from './ordinary-words.ts';

const PIECES = /['’]s\b|[\p{L}\p{M}\p{N}]+(?:[-'’.,](?!s\b)[\p{L}\p{M}\p{N}]+)*|[^\p{L}\p{M}\p{N}]+/gu;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Tells the sentences and words of English prose apart, as far as that can be done by looks. */
export function readProse(paragraphs: readonly string[]): Sentence[][] {
  const texts = paragraphs.map(sentencesOf);
  const words = wordsOf(texts.flat());
  return texts.map((paragraph) => paragraph.map((text) => ({ tokens: tokensOf(text, words) })));
}

/** The sentences of a paragraph; an initial as in J. Smith ends none. */
function sentencesOf(paragraph: string): string[] {
  const found: string[] = [];
  for (const { segment } of sentences.segment(paragraph)) {
    const last = found.at(-1);
    if (last !== undefined && /\b\p{Lu}\.$/u.test(last))
      found[found.length - 1] = `${last} ${segment.trim()}`;
    else found.push(segment.trim());
  }
  return found;
}

interface Words {
  /** Names that come within sentences; what begins one may be any word. */
  names: string[];
  othersFor(word: string): readonly string[];
}

function wordsOf(texts: readonly string[]): Words {
  const inner = texts.flatMap((text) => (text.match(PIECES) ?? []).slice(1));
  const lower = new Set(inner.filter((word) => /^\p{Ll}/u.test(word)));
  const isName = (word: string): boolean =>
    /^\p{Lu}[\p{L}'’]{2,}$/u.test(word) && !lower.has(word.toLowerCase()) && !isDateWord(word);
  return { names: [...new Set(inner.filter(isName))], othersFor: ordinaryWords([...lower]) };
}

function isDateWord(word: string): boolean {
  return english.months.includes(word) || english.weekdays.includes(word);
}

function tokensOf(text: string, words: Words): Token[] {
  const pieces = text.match(PIECES) ?? [];
  const names = new Set(words.names);
  return pieces.flatMap((piece, index) => {
    const followsNegatable = NEGATABLE.has(pieces[index - 2] ?? '') && pieces[index - 1] === ' ';
    const canNegate = followsNegatable && !NEGATIONS.has(piece);
    const token = tokenOf(piece, names, words);
    return canNegate ? [newToken('', 'negation', ['', ...NEGATING]), token] : token;
  });
}

function tokenOf(piece: string, names: ReadonlySet<string>, { names: list, othersFor }: Words): Token {
  const negation = NEGATIONS.get(piece);
  if (negation !== undefined) return newToken(piece, 'negation', negation);
  if (names.has(piece)) return newToken(piece, 'name', list);
  if (english.months.includes(piece)) return newToken(piece, 'date', english.months);
  if (english.weekdays.includes(piece)) return newToken(piece, 'date', english.weekdays);
  if (NUMBER_WORDS.includes(piece)) return newToken(piece, 'number', NUMBER_WORDS);
  if (/^\d[\d,.]*$/.test(piece))
    return newToken(piece, isYear(piece) ? 'date' : 'number', otherDigits(piece));
  const others = othersFor(piece);
  return newToken(piece, others.length > 0 ? 'ordinary' : 'plain', others);
}

function isYear(piece: string): boolean {
  return /^(1[5-9]|20)\d\d$/.test(piece);
}

/** The number with one digit changed, for each of its last three digits. */
function otherDigits(piece: string): string[] {
  const places = [...piece].flatMap((character, at) => (/\d/.test(character) ? [at] : [])).slice(-3);
  return places.map((at) => `${piece.slice(0, at)}${(Number(piece[at]) + 3) % 10}${piece.slice(at + 1)}`);
}
