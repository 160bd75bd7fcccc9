import { type Paragraph, textOfSentence } from '../draft/draft.ts';

/** Whether a paragraph is made of sentences, unlike a heading; only then does it take in others. */
export function isProse({ sentences }: Paragraph): boolean {
  return sentences.every((sentence) => /[.!?。？！]["”»)]*$/u.test(textOfSentence(sentence)));
}
