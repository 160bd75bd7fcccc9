import type { Origin } from '../draft/draft.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’.,·][\p{L}\p{M}\p{N}]+)*/gu;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const LETTER = /^\p{L}/u;
const NUMBER = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** What a reader would mark, without what stands between: words, or characters where there is no space between words. */
export function wordsIn(paragraph: string, areCharacters: boolean): Origin[] {
  if (areCharacters) return charactersIn(paragraph);
  const words = [...paragraph.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  return [...words, ...clustersIn(paragraph, EMOJI)].sort((a, b) => a.start - b.start);
}

/** Letters, and numbers as a whole: a part of one says nothing. */
function charactersIn(paragraph: string): Origin[] {
  const numbers = [...paragraph.matchAll(NUMBER)].map(({ index, 0: number }) => ({
    start: index,
    end: index + number.length,
  }));
  return [...numbers, ...clustersIn(paragraph, LETTER)].sort((a, b) => a.start - b.start);
}

function clustersIn(paragraph: string, wanted: RegExp): Origin[] {
  return [...graphemes.segment(paragraph)].flatMap(({ segment, index }) =>
    wanted.test(segment) ? [{ start: index, end: index + segment.length }] : [],
  );
}

/** The sentences of a paragraph, without the space after them. */
export function sentencesIn(paragraph: string, language: string): Origin[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...segmenter.segment(paragraph)].map(({ segment, index }) => ({
    start: index,
    end: index + segment.trimEnd().length,
  }));
}
