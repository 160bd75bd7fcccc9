import { SoughtWords } from '../../anchors/sought-words.ts';
import { tellingWords } from '../../entities/names/words.ts';

/** Words between two elisions. */
export interface QuotedPart {
  words: SoughtWords;
  /** The keys of its words that are no stop words, as the index of texts has them, in order and each once. */
  telling: string[];
}

const PARAGRAPHS = /\n[^\S\n]*\n/u;
/** An ellipsis or three periods and more, with spaces or without, in brackets or without. */
const ELISION = / ?[[({<⟨〈]? ?(?:…|\.(?: ?\.){2,}) ?[\])}>⟩〉]? ?/u;
/** What stands before the first and after the last letter or digit: a quotation may end where the text goes on. */
const OUTSIDE = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** Cuts a quotation at its elisions, and where it goes on to another paragraph. */
export function quotedParts(words: string): QuotedPart[] {
  return words
    .split(PARAGRAPHS)
    .flatMap((paragraph) => paragraph.replace(/\s+/gu, ' ').split(ELISION))
    .map((part) => part.replace(OUTSIDE, ''))
    .filter((part) => part !== '')
    .map((part) => ({ words: new SoughtWords(part), telling: tellingWords(part) }));
}

/** The index of the part by which texts are looked through: that with the most telling words, and of these the longest. */
export function chiefPart(parts: readonly QuotedPart[]): number {
  let chief = 0;
  parts.forEach((part, index) => {
    const most = parts[chief];
    const more = part.telling.length - (most?.telling.length ?? 0);
    if (more > 0 || (more === 0 && part.words.folded.length > (most?.words.folded.length ?? 0)))
      chief = index;
  });
  return chief;
}

/** So many of the longest words tell a text well enough. */
const MOST_WORDS = 24;
/** From so many words on some may be written otherwise. */
const ENOUGH_WORDS = 6;

/**
 * Sets of words of which a text must have one to be worth looking at. Where there are enough words, a third of them may be
 * missing, as the index has other words where a text writes in one what the quotation writes with a hyphen.
 */
export function requiredSets(telling: readonly string[]): string[][] {
  const longest = new Set(telling.toSorted((a, b) => b.length - a.length).slice(0, MOST_WORDS));
  const words = telling.filter((word) => longest.has(word));
  if (words.length < ENOUGH_WORDS) return [words];
  const third = Math.ceil(words.length / 3);
  return [0, 1, 2].map((index) => words.toSpliced(index * third, third));
}
