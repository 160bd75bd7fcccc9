import { integerBelow, pick } from '../../random.ts';
import { claim } from './claim.ts';
import type { Edit } from './edit.ts';
import { isProse } from './prose.ts';

export const sentencesMovedWithin: Edit = {
  name: 'sentences moved within a paragraph',
  apply({ draft, random }, paragraph) {
    const { sentences } = paragraph;
    const from = integerBelow(random, sentences.length);
    const sentence = sentences[from];
    if (
      sentences.length < 2 ||
      !isProse(paragraph) ||
      sentence === undefined ||
      !claim(draft, sentence, { alone: true })
    )
      return false;
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
    const sentence = sentences[from];
    if (
      sentences.length < 2 ||
      !isProse(paragraph) ||
      sentence === undefined ||
      !claim(draft, sentence, { alone: true })
    )
      return false;
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
