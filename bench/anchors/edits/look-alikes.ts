import { integerBelow, pick, type Random } from '../../random.ts';
import {
  type Draft,
  isStatementKind,
  type Paragraph,
  rewriteSentence,
  type Sentence,
  type Token,
  textOfSentence,
  textOfToken,
} from '../draft/draft.ts';
import { originOf } from '../draft/rewrite.ts';
import { claim } from './claim.ts';
import { distantParagraph, insertParagraph } from './distance.ts';
import type { Edit, Editing } from './edit.ts';
import { swapOne } from './swaps.ts';

/** A sentence or a paragraph goes; elsewhere one comes in that says the like of other names, numbers or dates, or the opposite. */
export const lookAlikes: Edit = {
  name: 'look-alikes',
  apply(editing, paragraph) {
    const isWhole = editing.random() < 0.4 && paragraph.sentences.every(isStatement);
    return isWhole ? forgeParagraph(editing, paragraph) : forgeSentence(editing, paragraph);
  },
};

function forgeSentence({ draft, random }: Editing, paragraph: Paragraph): boolean {
  const { sentences } = paragraph;
  const candidates = sentences.filter(isStatement);
  const target = distantParagraph(draft, random, paragraph);
  if (candidates.length === 0 || sentences.length < 2 || target === null) return false;
  const sentence = pick(random, candidates);
  if (!claim(draft, sentence, { alone: true })) return false;
  const forged = forge(draft, random, sentence);
  if (forged === null) return false;
  noteRemoval(draft, [sentence]);
  sentences.splice(sentences.indexOf(sentence), 1);
  target.sentences.splice(integerBelow(random, target.sentences.length + 1), 0, forged);
  return true;
}

function forgeParagraph({ draft, random }: Editing, paragraph: Paragraph): boolean {
  const target = distantParagraph(draft, random, paragraph);
  if (target === null) return false;
  const claimed = paragraph.sentences.map((sentence) => claim(draft, sentence, { alone: true }));
  if (claimed.includes(false)) return false;
  const forged = paragraph.sentences.map((sentence) => forge(draft, random, sentence));
  const whole = forged.filter((sentence) => sentence !== null);
  if (whole.length < forged.length) return false;
  noteRemoval(draft, paragraph.sentences);
  draft.paragraphs.splice(draft.paragraphs.indexOf(paragraph), 1);
  insertParagraph(draft, target, { sentences: whole });
  return true;
}

/** Null where it would be the very words of another sentence: that one may as well have moved. */
function forge(draft: Draft, random: Random, sentence: Sentence): Sentence | null {
  const forged = rewriteSentence(sentence);
  const token = pick(random, statementTokens(forged));
  if (!swapOne(draft, random, forged, token)) return null;
  const text = textOfSentence(forged);
  const stands = draft.paragraphs.some(({ sentences }) =>
    sentences.some((one) => textOfSentence(one) === text),
  );
  return stands || draft.touched.has(text) ? null : forged;
}

/** Of several sentences in one, as in a list, those without the change would have moved. */
function isStatement(sentence: Sentence): boolean {
  const isOne = !/[.!?。！？]\s+\S/.test(textOfSentence(sentence));
  return isOne && statementTokens(sentence).length > 0;
}

function statementTokens({ tokens }: Sentence): Token[] {
  return tokens.filter(
    (token) => isStatementKind(token.kind) && token.others.some((other) => other !== textOfToken(token)),
  );
}

function noteRemoval(draft: Draft, sentences: readonly Sentence[]): void {
  for (const { tokens } of sentences) {
    const ranges = tokens.map(originOf).filter((range) => range !== null);
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first !== undefined && last !== undefined) draft.forged.push({ start: first.start, end: last.end });
  }
}
