import { type Draft, type Sentence, textOfSentence } from '../draft/draft.ts';

/**
 * Lets an edit move a sentence, take it out or copy it, if no other edit has done so with equal words and, where asked,
 * its words stand nowhere else: which of two equal sentences went where could not be told from the texts.
 */
export function claim(draft: Draft, sentence: Sentence, { alone }: { alone: boolean }): boolean {
  const text = textOfSentence(sentence);
  if (draft.touched.has(text)) return false;
  if (alone && countOf(draft, text) > 1) return false;
  draft.touched.add(text);
  return true;
}

function countOf({ paragraphs }: Draft, text: string): number {
  return paragraphs
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => textOfSentence(sentence) === text).length;
}
