import { integerBelow, pick } from '../../random.ts';
import { newToken, type Paragraph, type Sentence, type Token } from '../draft/draft.ts';
import { composeTokens } from '../texts/compose.ts';
import { ordinary } from '../texts/slots.ts';
import type { Edit, Editing } from './edit.ts';
import { couldSlide, textBetween } from './neighbours.ts';
import { isProse } from './prose.ts';

/** Words, clauses and sentences come in. */
export const insertions: Edit = {
  name: 'insertions',
  apply(editing, paragraph) {
    const { random } = editing;
    const ways = [insertWord, insertWord, insertClause, insertSentence];
    const inserted = Array.from({ length: 1 + integerBelow(random, 2) }, () =>
      pick(random, ways)(editing, paragraph),
    );
    return inserted.includes(true);
  },
};

/** Puts an ordinary word into a sentence. @returns whether there was a place where it can be told from its neighbours. */
export function insertWord(
  { corpus: { language }, draft, random }: Editing,
  { sentences }: Paragraph,
): boolean {
  const sentence = pick(random, sentences);
  const places = sentence.tokens.flatMap(({ kind }, index) => (kind === 'ordinary' ? [index] : []));
  if (places.length === 0) return false;
  const word = ordinary(random, random() < 0.5 ? language.adjectives : language.adverbs);
  const space = draft.joiner === '' ? [] : [newToken(' ')];
  return insert(sentence, pick(random, places), [word, ...space], draft.joiner);
}

function insertClause({ draft, filling, random }: Editing, { sentences }: Paragraph): boolean {
  const sentence = pick(random, sentences);
  const { comma, clauses } = filling.language;
  const ends = sentence.tokens.flatMap(({ parts }, index) => {
    const text = parts[0]?.text ?? '';
    return text.startsWith(comma) || (index > 4 && index === sentence.tokens.length - 1) ? [index] : [];
  });
  if (ends.length === 0) return false;
  const clause = composeTokens(pick(random, clauses), filling);
  return insert(sentence, pick(random, ends), clause, draft.joiner);
}

function insertSentence({ random, write }: Editing, paragraph: Paragraph): boolean {
  const { sentences } = paragraph;
  if (!isProse(paragraph)) return false;
  sentences.splice(integerBelow(random, sentences.length + 1), 0, write());
  return true;
}

function insert(sentence: Sentence, at: number, tokens: readonly Token[], joiner: string): boolean {
  const before = textBetween(sentence, 0, at);
  const after = textBetween(sentence, at, sentence.tokens.length);
  if (couldSlide(before, textBetween({ tokens: [...tokens] }, 0, tokens.length), after, joiner)) return false;
  sentence.tokens.splice(at, 0, ...tokens);
  return true;
}
