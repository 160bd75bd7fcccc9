import { integerBelow } from '../../random.ts';
import type { Edit } from './edit.ts';
import { isProse } from './prose.ts';

export const paragraphsMoved: Edit = {
  name: 'paragraphs moved',
  apply({ draft: { paragraphs }, random }, paragraph) {
    const from = paragraphs.indexOf(paragraph);
    paragraphs.splice(from, 1);
    paragraphs.splice(
      (from + 1 + integerBelow(random, paragraphs.length)) % (paragraphs.length + 1),
      0,
      paragraph,
    );
    return true;
  },
};

export const paragraphsSplit: Edit = {
  name: 'paragraphs split',
  apply({ draft: { paragraphs }, random }, paragraph) {
    const { sentences } = paragraph;
    if (sentences.length < 2) return false;
    const rest = sentences.splice(1 + integerBelow(random, sentences.length - 1));
    paragraphs.splice(paragraphs.indexOf(paragraph) + 1, 0, { sentences: rest });
    return true;
  },
};

export const paragraphsMerged: Edit = {
  name: 'paragraphs merged',
  apply({ draft }, paragraph) {
    const { paragraphs } = draft;
    const at = paragraphs.indexOf(paragraph);
    const next = paragraphs[at + 1];
    if (next === undefined || draft.locked.has(next) || !isProse(paragraph)) return false;
    paragraph.sentences.push(...next.sentences);
    paragraphs.splice(at + 1, 1);
    return true;
  },
};
