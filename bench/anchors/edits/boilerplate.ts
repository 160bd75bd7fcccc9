import { integerBelow, pick } from '../../random.ts';
import { type Paragraph, rewriteSentence } from '../draft/draft.ts';
import { claim } from './claim.ts';
import { distantParagraph, insertParagraph } from './distance.ts';
import type { Edit, Editing } from './edit.ts';

/** A sentence or a paragraph comes again elsewhere; the original stays. */
export const boilerplateDuplicated: Edit = {
  name: 'boilerplate duplicated',
  apply(editing, paragraph) {
    return editing.random() < 0.3 ? copyParagraph(editing, paragraph) : copySentence(editing, paragraph);
  },
};

function copySentence({ draft, random }: Editing, paragraph: Paragraph): boolean {
  const sentence = pick(random, paragraph.sentences);
  const target = distantParagraph(draft, random, paragraph);
  if (target === null || !claim(draft, sentence, { alone: false })) return false;
  draft.locked.add(paragraph);
  const at = integerBelow(random, target.sentences.length + 1);
  target.sentences.splice(at, 0, rewriteSentence(sentence));
  return true;
}

function copyParagraph({ draft, random }: Editing, paragraph: Paragraph): boolean {
  const target = distantParagraph(draft, random, paragraph);
  if (target === null) return false;
  const claimed = paragraph.sentences.map((sentence) => claim(draft, sentence, { alone: false }));
  if (claimed.includes(false)) return false;
  draft.locked.add(paragraph);
  insertParagraph(draft, target, { sentences: paragraph.sentences.map(rewriteSentence) });
  return true;
}
