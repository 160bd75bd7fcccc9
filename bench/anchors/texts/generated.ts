import { integerBelow, pick, type Random } from '../../random.ts';
import type { Draft, Sentence } from '../draft/draft.ts';
import { composeSentence, splitWords } from './compose.ts';
import { withEmoji } from './emoji.ts';
import type { Filling } from './slots.ts';

/** How many paragraphs have one of the sentences that come again and again. */
const BOILERPLATE = 0.25;

/** Writes new sentences in the manner of a text. */
export type Writer = () => Sentence;

/** Sentences of a language that nobody has written before. */
export function sentenceWriter(filling: Filling, emoji: boolean): Writer {
  const { language, random } = filling;
  return () => {
    const { tokens } = composeSentence(pick(random, language.sentences), filling);
    return { tokens: emoji ? withEmoji(tokens, random) : tokens };
  };
}

export function generateDraft({ language, random }: Filling, write: Writer, paragraphs: number): Draft {
  return {
    language: language.code,
    joiner: language.joiner,
    comma: language.comma,
    paragraphs: Array.from({ length: paragraphs }, (_, index) => {
      const sentences = Array.from({ length: 2 + integerBelow(random, 5) }, write);
      addBoilerplate(random, sentences, language.boilerplate, index);
      return { sentences };
    }),
    swaps: [],
    forged: [],
    touched: new Set(),
    locked: new Set(),
  };
}

/**
 * Puts one of the sentences that come again and again into some paragraphs.
 * @param index of the paragraph; neighbours do not get the same one, so that it is plain which of the two was edited.
 */
export function addBoilerplate(
  random: Random,
  sentences: Sentence[],
  boilerplate: readonly string[],
  index: number,
): void {
  const text = boilerplate[index % boilerplate.length];
  if (text === undefined || random() >= BOILERPLATE) return;
  sentences.splice(integerBelow(random, sentences.length + 1), 0, { tokens: splitWords(text) });
}
