import { split } from 'sentence-splitter';
import { isOneSentence } from './abbreviations.ts';
import { isGraphemeBoundary } from './graphemes.ts';
import type { TextRange } from './range.ts';

/** How much of a text before and after a range is read, in UTF-16 code units. */
const WINDOW = 2_000;
/** The library's own tables are left out: it looks a word up in all of them, letter by letter. See `isOneSentence`. */
const OPTIONS = {
  AbbrMarker: {
    language: { ABBREVIATIONS: [], PREPOSITIVE_ABBREVIATIONS: [], EXCLAMATION_WORDS: [] },
  },
  SeparatorParser: {
    separatorCharacters: [...'.．。?!？！।॥۔؟።։။'],
  },
};

/**
 * The sentence that a range of a text stands in, or the sentences from its first to its last one, without the white space
 * around them. It knows full stops of many scripts, initials, and abbreviations of the language. No further than 2,000 UTF-16
 * code units before and after the range is read, and not past an empty line: a longer sentence is cut there,
 * at a space where there is one. So it takes some milliseconds at most, however long the text.
 * @param range in UTF-16 code units, as is what comes back; that holds the range.
 * @param language BCP 47
 */
export function sentenceAround(text: string, range: TextRange, language: string): TextRange {
  const { start, end } = range;
  if (end - start > WINDOW)
    return {
      start: sentenceAround(text, { start, end: start }, language).start,
      end: sentenceAround(text, { start: end, end }, language).end,
    };
  const from = windowStart(text, start);
  const read = text.slice(from, windowEnd(text, end));
  const around = { start, end };
  let first: number | undefined;
  for (const sentence of sentencesIn(read, language)) {
    const [begins, ends] = [from + sentence.start, from + sentence.end];
    if (ends <= start && !(ends === start && start === end)) continue;
    if (begins >= end && !(begins === start && start === end)) break;
    first ??= begins;
    around.start = Math.min(around.start, first);
    around.end = Math.max(around.end, ends);
  }
  return around;
}

/** The sentences of a text in order, without white space around them. */
function sentencesIn(text: string, language: string): TextRange[] {
  const sentences: TextRange[] = [];
  for (const { start, end } of piecesIn(text)) {
    const raw = text.slice(start, end);
    const trimmed = { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
    if (trimmed.start >= trimmed.end) continue;
    const last = sentences.at(-1);
    const isOne =
      last !== undefined &&
      isOneSentence(text.slice(last.start, last.end), text.slice(trimmed.start, trimmed.end), language);
    if (isOne) last.end = trimmed.end;
    else sentences.push(trimmed);
  }
  return sentences;
}

/** What the library takes for sentences; a number of three digits or more it never lets end one, and a year often does. */
function* piecesIn(text: string): Generator<TextRange> {
  for (const node of split(text, OPTIONS)) {
    if (node.type !== 'Sentence') continue;
    let [start] = node.range;
    for (const { index } of node.raw.matchAll(/(?<=\p{N}{3}\.)\s+(?=\p{Lu})/gu)) {
      yield { start, end: node.range[0] + index };
      start = node.range[0] + index;
    }
    yield { start, end: node.range[1] };
  }
}

function windowStart(text: string, offset: number): number {
  const paragraph = text.lastIndexOf('\n\n', Math.max(0, offset - 1));
  const earliest = Math.max(0, offset - WINDOW);
  if (paragraph >= earliest) return Math.min(offset, paragraph + 2);
  if (earliest === 0) return 0;
  const space = text.slice(earliest, offset).search(/\s/);
  return space >= 0 ? earliest + space : boundaryFrom(text, earliest, 1);
}

function windowEnd(text: string, offset: number): number {
  const paragraph = text.indexOf('\n\n', offset);
  const latest = Math.min(text.length, offset + WINDOW);
  if (paragraph >= 0 && paragraph <= latest) return paragraph;
  if (latest === text.length) return latest;
  const space = /\s(?=\S*$)/.exec(text.slice(offset, latest));
  return space === null ? boundaryFrom(text, latest, -1) : offset + space.index;
}

function boundaryFrom(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  while (!isGraphemeBoundary(text, at)) at += step;
  return at;
}
