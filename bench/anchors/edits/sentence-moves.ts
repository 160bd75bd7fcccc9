import { integerBelow, pick } from '../../random.ts';
import type { Draft, Paragraph, Sentence } from '../draft/draft.ts';
import { claim } from './claim.ts';
import type { Edit } from './edit.ts';
import { isProse } from './prose.ts';

export const sentencesMovedWithin: Edit = {
  name: 'sentences moved within a paragraph',
  apply({ draft, random }, paragraph) {
    const { sentences } = paragraph;
    const from = integerBelow(random, sentences.length);
    const sentence = sentenceToMove(draft, paragraph, from);
    if (sentence === null) return false;
    sentences.splice(from, 1);
    const at = (from + 1 + integerBelow(random, sentences.length)) % (sentences.length + 1);
    sentences.splice(at, 0, sentence);
    return true;
  },
};

export const sentencesMovedBetween: Edit = {
  name: 'sentences moved between paragraphs',
  apply({ draft, random }, paragraph) {
    const { sentences } = paragraph;
    const from = integerBelow(random, sentences.length);
    const sentence = sentenceToMove(draft, paragraph, from);
    if (sentence === null) return false;
    const others = draft.paragraphs.filter(
      (one) => one !== paragraph && !draft.locked.has(one) && isProse(one),
    );
    if (others.length === 0) return false;
    const other = pick(random, others);
    sentences.splice(from, 1);
    other.sentences.splice(integerBelow(random, other.sentences.length + 1), 0, sentence);
    return true;
  },
};

/** The sentence at a place, where it may be moved and can be told from all others; it counts as touched then. */
function sentenceToMove(draft: Draft, paragraph: Paragraph, from: number): Sentence | null {
  const sentence = paragraph.sentences[from];
  if (paragraph.sentences.length < 2 || !isProse(paragraph) || sentence === undefined) return null;
  return claim(draft, sentence, { alone: true }) ? sentence : null;
}
